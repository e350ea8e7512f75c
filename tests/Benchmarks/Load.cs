using System.Collections.Concurrent;
using System.Diagnostics;

namespace CaseMgmt.Benchmarks;

/// <summary>Callers that answer steps one after the other, each on instances of its own, for a span of time.</summary>
internal static class Load
{
    public static async Task<Figures> RunAsync(BenchEngine engine, string[] instances, Dictionary<string, long> sequences, int callers, TimeSpan span)
    {
        var latencies = new ConcurrentBag<List<double>>();
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, callers).Select(caller => Task.Run(async () =>
        {
            var own = instances.Where((_, index) => index % callers == caller).ToArray();
            var mine = new List<double>();
            for (var turn = 0; watch.Elapsed < span; turn++)
            {
                var id = own[turn % own.Length];
                long sequence;
                lock (sequences)
                {
                    sequence = sequences[id]++;
                }

                var started = Stopwatch.GetTimestamp();
                await engine.AnswerAsync(id, sequence);
                mine.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            }

            latencies.Add(mine);
        })));

        return Figures.Of([.. latencies.SelectMany(each => each)], watch.Elapsed);
    }
}

/// <summary>A rate and the latencies behind it, in milliseconds.</summary>
internal sealed record Figures(int Count, double PerSecond, double P50, double P95, double P99)
{
    public static Figures Of(List<double> milliseconds, TimeSpan elapsed)
    {
        milliseconds.Sort();
        return new(milliseconds.Count, milliseconds.Count / elapsed.TotalSeconds, At(milliseconds, 0.5), At(milliseconds, 0.95), At(milliseconds, 0.99));
    }

    public override string ToString() => $"{PerSecond,8:N0}/s  p50 {P50:N2}  p95 {P95:N2}  p99 {P99:N2} ms";

    private static double At(List<double> sorted, double share) => sorted.Count == 0 ? 0 : sorted[Math.Min(sorted.Count - 1, (int)(sorted.Count * share))];
}
