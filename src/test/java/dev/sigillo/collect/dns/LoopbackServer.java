package dev.sigillo.collect.dns;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Master;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/**
 * A DNS server on loopback, UDP and TCP, that answers from master-file lines and misbehaves on
 * request. Counts what it was asked.
 */
public final class LoopbackServer implements AutoCloseable {

  /** Changes an answer before it leaves; null drops it. */
  @FunctionalInterface
  interface Fault {
    byte @Nullable [] bytes(Message query, Message answer, boolean tcp) throws IOException;
  }

  private final DatagramSocket udp;
  private final ServerSocket tcp;
  private final ServerAddress address;
  private final Map<String, List<Record>> records = new HashMap<>();
  private final Set<String> above = new HashSet<>();
  private final Map<String, Fault> faults = new ConcurrentHashMap<>();
  private final Map<String, AtomicInteger> asked = new ConcurrentHashMap<>();
  private volatile boolean resolver = true;
  private volatile String refused = "none";

  public LoopbackServer() throws IOException {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    tcp = new ServerSocket(0, 50, loopback);
    udp = new DatagramSocket(new InetSocketAddress(loopback, tcp.getLocalPort()));
    address = new ServerAddress(new InetSocketAddress(loopback, tcp.getLocalPort()));
    start(this::serveUdp);
    start(this::serveTcp);
  }

  /** Serves these lines too. */
  public LoopbackServer zone(String lines) throws IOException {
    try (Master master =
        new Master(
            new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)), Name.root, 300)) {
      for (Record record = master.nextRecord(); record != null; record = master.nextRecord()) {
        String owner = key(record.getName());
        records.computeIfAbsent(owner, k -> new ArrayList<>()).add(record);
        for (int dot = owner.indexOf('.'); dot >= 0; dot = owner.indexOf('.', dot + 1)) {
          above.add(owner.substring(dot + 1));
        }
      }
    }
    return this;
  }

  /** Misbehaves at a name. */
  LoopbackServer fault(String name, Fault fault) {
    faults.put(name, fault);
    return this;
  }

  /** Refuses every question about a domain. */
  public LoopbackServer refusing(String domain) {
    refused = domain;
    return this;
  }

  /** Answers of its own zones only, as authoritative servers do. */
  LoopbackServer authoritative() {
    resolver = false;
    return this;
  }

  public ServerAddress address() {
    return address;
  }

  /** Messages that asked for the name, of whatever type. */
  int asked(String name) {
    AtomicInteger count = asked.get(name);
    return count == null ? 0 : count.get();
  }

  /** Messages for each name and type, such as {@code contoso.example TXT}. */
  public Map<String, Integer> questions() {
    Map<String, Integer> all = new HashMap<>();
    asked.forEach((key, count) -> all.put(key, count.get()));
    return all;
  }

  @Override
  public void close() throws IOException {
    udp.close();
    tcp.close();
  }

  private byte @Nullable [] answer(byte[] bytes, boolean overTcp) throws IOException {
    Message query = new Message(bytes);
    String name = key(query.getQuestion().getName());
    asked.computeIfAbsent(name, k -> new AtomicInteger()).incrementAndGet();
    asked
        .computeIfAbsent(
            name + " " + Type.string(query.getQuestion().getType()), k -> new AtomicInteger())
        .incrementAndGet();
    Message answer = honest(query);
    if (("." + name).endsWith("." + refused)) {
      answer.getHeader().setRcode(Rcode.REFUSED);
    }
    Fault fault = faults.get(name);
    if (fault != null) {
      return fault.bytes(query, answer, overTcp);
    }
    int most = query.getOPT() == null ? 512 : query.getOPT().getPayloadSize();
    return overTcp ? answer.toWire(Message.MAXLENGTH) : answer.toWire(most);
  }

  private Message honest(Message query) {
    Message answer = new Message(query.getHeader().getID());
    answer.addRecord(query.getQuestion(), Section.QUESTION);
    answer.getHeader().setFlag(Flags.QR);
    answer.getHeader().setFlag(resolver ? Flags.RA : Flags.AA);
    Name name = query.getQuestion().getName();
    for (int hops = 0; hops < 10; hops++) {
      List<Record> here = records.getOrDefault(key(name), List.of());
      for (Record record : here) {
        if (record.getType() == query.getQuestion().getType()) {
          answer.addRecord(record, Section.ANSWER);
        }
      }
      Name target =
          here.stream()
              .filter(record -> record.getType() == Type.CNAME)
              .map(record -> ((org.xbill.DNS.CNAMERecord) record).getTarget())
              .findFirst()
              .orElse(null);
      if (target == null || query.getQuestion().getType() == Type.CNAME) {
        if (here.isEmpty() && !above.contains(key(name))) {
          answer.getHeader().setRcode(Rcode.NXDOMAIN);
        }
        return answer;
      }
      answer.addRecord(here.get(0), Section.ANSWER);
      if (!resolver) {
        return answer;
      }
      name = target;
    }
    return answer;
  }

  private static String key(Name name) {
    return name.toString(true).toLowerCase(Locale.ROOT);
  }

  private void serveUdp() throws IOException {
    byte[] buffer = new byte[65_535];
    while (true) {
      DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
      udp.receive(packet);
      byte[] answer = answer(Arrays.copyOf(packet.getData(), packet.getLength()), false);
      if (answer != null) {
        udp.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
      }
    }
  }

  private void serveTcp() throws IOException {
    while (true) {
      Socket socket = tcp.accept();
      start(
          () -> {
            try (socket) {
              DataInputStream in = new DataInputStream(socket.getInputStream());
              DataOutputStream out = new DataOutputStream(socket.getOutputStream());
              while (true) {
                byte[] query = new byte[in.readUnsignedShort()];
                in.readFully(query);
                byte[] answer = answer(query, true);
                if (answer == null) {
                  return;
                }
                out.writeShort(answer.length);
                out.write(answer);
                out.flush();
              }
            }
          });
    }
  }

  private interface Work {
    void run() throws IOException;
  }

  private static void start(Work work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (SocketException | java.io.EOFException e) {
                // closed
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            },
            "loopback-dns");
    thread.setDaemon(true);
    thread.start();
  }
}
