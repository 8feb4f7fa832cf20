package io.heliograph.common.text;

/**
 * How many letters have to be typed, left out, changed or swapped with their neighbour to make one word of another.
 */
public final class EditDistance {
    private EditDistance() {}

    public static int between(String from, String to) {
        int[][] cost = new int[from.length() + 1][to.length() + 1];
        for (int row = 0; row <= from.length(); row++) {
            for (int column = 0; column <= to.length(); column++) {
                cost[row][column] = row == 0 || column == 0 ? row + column : cheapest(cost, from, to, row, column);
            }
        }
        return cost[from.length()][to.length()];
    }

    private static int cheapest(int[][] cost, String from, String to, int row, int column) {
        char last = from.charAt(row - 1);
        char wanted = to.charAt(column - 1);
        int change = cost[row - 1][column - 1] + (last == wanted ? 0 : 1);
        int best = Math.min(change, 1 + Math.min(cost[row - 1][column], cost[row][column - 1]));
        boolean swapped = row > 1 && column > 1 && last == to.charAt(column - 2) && from.charAt(row - 2) == wanted;
        return swapped ? Math.min(best, 1 + cost[row - 2][column - 2]) : best;
    }
}
