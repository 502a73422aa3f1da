// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.benchmarks.load;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A Java server in a process of its own, watched through {@code /proc}. */
public final class ServerProcess implements AutoCloseable {
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);
    private static final double TICKS = 100;

    private final Process process;
    private final double readyMillis;

    /**
     * Starts it and waits until its port takes connections.
     *
     * @param name of its log, without the ending
     * @param arguments of {@code java}
     * @throws IOException if it does not start within a minute
     */
    public ServerProcess(String name, int port, Path log, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(arguments);
        long begin = System.nanoTime();
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.resolve(name + ".log").toFile())
                .start();
        while (!takesConnections(port)) {
            if (!process.isAlive() || System.nanoTime() - begin > PATIENCE) {
                close();
                throw new IOException(name + " did not start; see " + log.resolve(name + ".log"));
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
        }
        readyMillis = (System.nanoTime() - begin) / 1e6;
    }

    /** The number that the system gave it. */
    public long pid() {
        return process.pid();
    }

    /** From the start of the process until it took connections, in milliseconds. */
    double readyMillis() {
        return readyMillis;
    }

    /** Processor time so far, in seconds. */
    double cpuSeconds() throws IOException {
        String stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS;
    }

    /** Largest resident memory so far, in MiB. */
    long peakMemory() throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
            if (line.startsWith("VmHWM:")) {
                return Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024;
            }
        }
        return -1;
    }

    private static boolean takesConnections(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
