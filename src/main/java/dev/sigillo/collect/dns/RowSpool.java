package dev.sigillo.collect.dns;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Keeps rows on disk until they are sorted: a position is all that stays in memory of each. */
final class RowSpool implements AutoCloseable {
  private final FileChannel channel;
  private long end;

  RowSpool() {
    try {
      Path file = Files.createTempFile("sigillo-dns", ".rows");
      channel =
          FileChannel.open(
              file,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE,
              StandardOpenOption.DELETE_ON_CLOSE);
    } catch (IOException e) {
      throw new UncheckedIOException("no room for answers: " + e.getMessage(), e);
    }
  }

  /** Keeps the bytes, and says where. */
  long put(byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.allocate(Integer.BYTES + bytes.length);
    buffer.putInt(bytes.length).put(bytes).flip();
    long position;
    synchronized (this) {
      position = end;
      end += buffer.remaining();
    }
    try {
      while (buffer.hasRemaining()) {
        channel.write(buffer, position + buffer.position());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("no room for answers: " + e.getMessage(), e);
    }
    return position;
  }

  /** The bytes kept there. */
  byte[] get(long position) {
    ByteBuffer length = read(position, Integer.BYTES);
    return read(position + Integer.BYTES, length.getInt()).array();
  }

  private ByteBuffer read(long position, int length) {
    ByteBuffer buffer = ByteBuffer.allocate(length);
    try {
      while (buffer.hasRemaining()) {
        if (channel.read(buffer, position + buffer.position()) < 0) {
          throw new IllegalStateException("answers were cut short on disk");
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("answers cannot be read back: " + e.getMessage(), e);
    }
    return buffer.flip();
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException("answers cannot be let go: " + e.getMessage(), e);
    }
  }
}
