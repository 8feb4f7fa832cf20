package io.heliograph.bench.load;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Wrong passwords by the hundred: what they tell, and whom they slow down. */
public final class GuessWorkload {
    private static final long LIMIT_MS = 60_000;
    private static final double NS_PER_MS = 1e6;
    /** Fewer than a user may post at once. */
    private static final int LINES = 180;

    /** Alternately for a name that is there and for one that is not, with the throttle out of the way. */
    public String compare(int guesses) throws IOException {
        try (RelayProcess relay = RelayProcess.start();
                LoadLoop loop = new LoadLoop(relay.address())) {
            Crowd crowd = new Crowd(relay, loop);
            crowd.enter(1, i -> "#lab");
            Guesser guesser = crowd.connectGuesser();
            List<Double> present = new ArrayList<>();
            List<Double> absent = new ArrayList<>();
            Map<String, Integer> answers = new TreeMap<>();
            for (int i = 0; i < guesses; i++) {
                present.add(guess(loop, guesser, "crowd-0", "wrong-" + i, answers));
                absent.add(guess(loop, guesser, "nobody-0", "wrong-" + i, answers));
            }
            return String.format(
                    Locale.ROOT,
                    "guesses    wrong password %.1f ms, no such user %.1f ms in the median of %d each; answers %s",
                    median(present),
                    median(absent),
                    guesses,
                    answers);
        }
    }

    /** A thousand guesses as fast as they are answered, while others talk: with the limits as they are by default. */
    public String flood(int guesses) throws IOException {
        try (RelayProcess relay = RelayProcess.startWithDefaults();
                LoadLoop loop = new LoadLoop(relay.address())) {
            Crowd crowd = new Crowd(relay, loop);
            List<LoadClient> talkers = crowd.enter(10, i -> "#lab");
            double quiet = roundTripP99(loop, talkers.get(0), LINES, () -> {});
            Guesser guesser = crowd.connectGuesser();
            Map<String, Integer> answers = new TreeMap<>();
            int[] count = {0};
            double flooded = roundTripP99(loop, talkers.get(1), LINES, () -> {
                // One guess for each turn of the loop, whether or not the one before was answered.
                for (int i = 0; i < guesses / LINES + 1 && guesser.isConnected(); i++) {
                    guesser.guess("crowd-" + count[0]++ % 10, "wrong", loop.nowNs());
                }
                loop.flush(guesser);
            });
            String last = guesser.refusal();
            answers.merge(last == null ? "none" : last, 1, Integer::sum);
            return String.format(
                    Locale.ROOT,
                    "guessing   a line's answer takes %.1f ms at p99, with %d guesses beside it %.1f ms;"
                            + " last answer %s",
                    quiet,
                    count[0],
                    flooded,
                    answers);
        }
    }

    /** Something that is done beside each line. */
    private interface Beside {
        void run() throws IOException;
    }

    private static double roundTripP99(LoadLoop loop, LoadClient talker, int lines, Beside beside) throws IOException {
        double[] ms = new double[lines];
        for (int i = 0; i < lines; i++) {
            beside.run();
            long before = talker.answeredCount();
            long startNs = loop.nowNs();
            talker.post(ServiceWorkloads.text("line " + i), startNs);
            loop.flush(talker);
            loop.runUntil(() -> talker.answeredCount() > before, LIMIT_MS);
            ms[i] = (loop.nowNs() - startNs) / NS_PER_MS;
        }
        Arrays.sort(ms);
        return ms[lines * 99 / 100];
    }

    private static double guess(
            LoadLoop loop, Guesser guesser, String name, String password, Map<String, Integer> answers)
            throws IOException {
        loop.runUntil(guesser::isConnected, LIMIT_MS);
        long startNs = loop.nowNs();
        guesser.guess(name, password, startNs);
        loop.flush(guesser);
        loop.runUntil(() -> guesser.refusal() != null, LIMIT_MS);
        String refusal = guesser.refusal();
        answers.merge(refusal == null ? "none" : refusal, 1, Integer::sum);
        return (loop.nowNs() - startNs) / NS_PER_MS;
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
