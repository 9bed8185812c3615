package dev.sigillo.collect.dns;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.BiConsumer;

/** Keeps rows on disk until they are sorted: a position is all that stays in memory of each. */
final class RowSpool implements AutoCloseable {
  private final FileChannel channel;
  private long end;

  /** In a file of its own, which goes away with it. */
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

  /** In this file, which stays. */
  RowSpool(Path file) {
    try {
      channel =
          FileChannel.open(
              file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.CREATE);
    } catch (IOException e) {
      throw new UncheckedIOException("no room for answers: " + e.getMessage(), e);
    }
  }

  /**
   * Tells of everything that an earlier process kept in the file, and where it is. What that
   * process had no time to write to its end is dropped.
   */
  synchronized void recover(BiConsumer<Long, byte[]> kept) {
    try {
      long size = channel.size();
      while (end + Integer.BYTES <= size) {
        int length = read(end, Integer.BYTES).getInt();
        if (length <= 0 || end + Integer.BYTES + length > size) {
          break;
        }
        kept.accept(end, get(end));
        end += Integer.BYTES + length;
      }
      channel.truncate(end);
    } catch (IOException e) {
      throw new UncheckedIOException("answers cannot be read back: " + e.getMessage(), e);
    }
  }

  /** Keeps the bytes, one after the other, and says where. */
  synchronized long put(byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.allocate(Integer.BYTES + bytes.length);
    buffer.putInt(bytes.length).put(bytes).flip();
    long position = end;
    try {
      while (buffer.hasRemaining()) {
        channel.write(buffer, position + buffer.position());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("no room for answers: " + e.getMessage(), e);
    }
    end += buffer.limit();
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
