package dev.sigillo.simulator;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.Optional;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;

/** DNS over UDP and TCP on one port of loopback (RFC 1035, RFC 7766). */
final class NameServer implements AutoCloseable {
  private static final int PLAIN_UDP = 512;

  private final DnsAnswers answers;
  private final DatagramSocket udp;
  private final ServerSocket tcp;

  NameServer(int port, DnsAnswers answers) throws IOException {
    this.answers = answers;
    InetAddress loopback = InetAddress.getLoopbackAddress();
    tcp = new ServerSocket(port, 50, loopback);
    try {
      udp = new DatagramSocket(new InetSocketAddress(loopback, tcp.getLocalPort()));
    } catch (IOException e) {
      tcp.close();
      throw e;
    }
    daemon("simulator-dns-udp", this::serveUdp);
    daemon("simulator-dns-tcp", this::serveTcp);
  }

  InetSocketAddress address() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), tcp.getLocalPort());
  }

  @Override
  public void close() throws IOException {
    udp.close();
    tcp.close();
  }

  /** Serves until something closes what it serves. */
  @FunctionalInterface
  private interface Serving {
    void run() throws IOException;
  }

  private static void daemon(String name, Serving serving) {
    Thread thread =
        new Thread(
            () -> {
              try {
                serving.run();
              } catch (IOException left) {
                // Closed by us, or left by the client: nobody is there to be told.
              }
            },
            name);
    thread.setDaemon(true);
    thread.start();
  }

  private void serveUdp() throws IOException {
    byte[] buffer = new byte[65_535];
    while (!udp.isClosed()) {
      DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
      udp.receive(packet);
      Optional<byte[]> answer = udpAnswer(Arrays.copyOf(buffer, packet.getLength()));
      if (answer.isPresent()) {
        byte[] bytes = answer.get();
        udp.send(new DatagramPacket(bytes, bytes.length, packet.getSocketAddress()));
      }
    }
  }

  private Optional<byte[]> udpAnswer(byte[] bytes) {
    Message query;
    try {
      query = new Message(bytes);
    } catch (IOException e) {
      return Optional.empty();
    }
    int room = query.getOPT() == null ? PLAIN_UDP : query.getOPT().getPayloadSize();
    return answers.to(query).map(answer -> fitted(answer, Math.max(PLAIN_UDP, room)));
  }

  /** The answer, or its head with the truncation bit when there is no room or a fault wants it. */
  private static byte[] fitted(DnsAnswers.Given answer, int room) {
    byte[] whole = answer.message().toWire(Message.MAXLENGTH);
    if (whole.length <= room && !answer.truncated()) {
      return whole;
    }
    Message head = new Message(answer.message().getHeader().getID());
    head.setHeader(answer.message().getHeader().clone());
    for (int section = 0; section < 4; section++) {
      head.removeAllRecords(section);
    }
    head.addRecord(answer.message().getQuestion(), org.xbill.DNS.Section.QUESTION);
    head.getHeader().setFlag(Flags.TC);
    return head.toWire(Message.MAXLENGTH);
  }

  private void serveTcp() throws IOException {
    while (!tcp.isClosed()) {
      Socket socket = tcp.accept();
      daemon("simulator-dns-connection", () -> serve(socket));
    }
  }

  private void serve(Socket socket) throws IOException {
    try (socket) {
      DataInputStream in = new DataInputStream(socket.getInputStream());
      DataOutputStream out = new DataOutputStream(socket.getOutputStream());
      while (true) {
        byte[] query = new byte[in.readUnsignedShort()];
        in.readFully(query);
        Optional<DnsAnswers.Given> answer = answers.to(new Message(query));
        if (answer.isEmpty()) {
          return;
        }
        byte[] wire = answer.get().message().toWire(Message.MAXLENGTH);
        byte[] framed = new byte[wire.length + 2];
        framed[0] = (byte) (wire.length >> 8);
        framed[1] = (byte) wire.length;
        System.arraycopy(wire, 0, framed, 2, wire.length);
        out.write(framed);
        out.flush();
      }
    }
  }
}
