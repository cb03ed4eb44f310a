package org.turnpike.simulator.dns;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/**
 * A resolver on a free UDP port of this machine. It knows turn.cloudflare.com and
 * stun.cloudflare.com, with the addresses that Cloudflare published at first, in another order each
 * time.
 */
public final class SimulatedDns implements AutoCloseable {
  public static final String TURN = "turn.cloudflare.com";
  public static final String STUN = "stun.cloudflare.com";
  public static final List<String> PUBLISHED =
      List.of("141.101.90.1", "162.159.207.1", "2606:4700:48::1", "2a06:98c1:3200::1");

  private static final int LARGEST = 4096;
  private static final long TTL = 300;

  private final DatagramSocket socket;
  private final Map<String, List<String>> records = new ConcurrentHashMap<>();
  private final Map<Integer, Integer> failures = new ConcurrentHashMap<>();
  private final Set<Integer> silent = ConcurrentHashMap.newKeySet();
  private final AtomicInteger questions = new AtomicInteger();

  private SimulatedDns(DatagramSocket socket) {
    this.socket = socket;
    records.put(TURN, PUBLISHED);
    records.put(STUN, PUBLISHED);
  }

  public static SimulatedDns start() throws IOException {
    SimulatedDns dns =
        new SimulatedDns(
            new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)));
    Thread thread = new Thread(dns::serve, "simulated-dns");
    thread.setDaemon(true);
    thread.start();
    return dns;
  }

  /** Such as {@code 127.0.0.1:5353}. */
  public String address() {
    return "127.0.0.1:" + socket.getLocalPort();
  }

  /** From now on the name has these addresses, of both families. */
  public void says(String name, String... addresses) {
    records.put(name, List.of(addresses));
  }

  /**
   * Questions of this record type, such as AAAA, are answered by that failure, such as SERVFAIL.
   */
  public void fail(String type, String rcode) {
    failures.put(Type.value(type), Rcode.value(rcode));
  }

  /** Questions of this record type are not answered at all. */
  public void fallSilent(String type) {
    silent.add(Type.value(type));
  }

  public void heal() {
    failures.clear();
    silent.clear();
  }

  /** How many there were so far. */
  public int questions() {
    return questions.get();
  }

  @Override
  public void close() {
    socket.close();
  }

  private void serve() {
    byte[] buffer = new byte[LARGEST];
    while (!socket.isClosed()) {
      DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
      try {
        socket.receive(packet);
        answer(packet);
      } catch (IOException e) {
        if (!socket.isClosed()) {
          throw new java.io.UncheckedIOException(e);
        }
      }
    }
  }

  private void answer(DatagramPacket packet) throws IOException {
    byte[] wire = java.util.Arrays.copyOf(packet.getData(), packet.getLength());
    Message question = new Message(wire);
    questions.incrementAndGet();
    int type = question.getQuestion().getType();
    if (silent.contains(type)) {
      return;
    }
    byte[] answer = answer(question, type).toWire();
    socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
  }

  private Message answer(Message question, int type) throws IOException {
    Record asked = question.getQuestion();
    Message answer = new Message(question.getHeader().getID());
    answer.getHeader().setFlag(Flags.QR);
    answer.getHeader().setFlag(Flags.RD);
    answer.getHeader().setFlag(Flags.RA);
    answer.addRecord(asked, Section.QUESTION);
    List<String> addresses = records.get(asked.getName().toString(true));
    if (failures.containsKey(type)) {
      answer.getHeader().setRcode(failures.get(type));
    } else if (addresses == null) {
      answer.getHeader().setRcode(Rcode.NXDOMAIN);
    } else {
      List<String> shuffled = new ArrayList<>(addresses);
      Collections.shuffle(shuffled);
      for (String address : shuffled) {
        add(answer, asked.getName(), type, InetAddress.getByName(address));
      }
    }
    return answer;
  }

  private static void add(Message answer, Name name, int type, InetAddress address) {
    boolean v4 = address.getAddress().length == 4;
    if (v4 && type == Type.A) {
      answer.addRecord(new ARecord(name, DClass.IN, TTL, address), Section.ANSWER);
    } else if (!v4 && type == Type.AAAA) {
      answer.addRecord(new AAAARecord(name, DClass.IN, TTL, address), Section.ANSWER);
    }
  }
}
