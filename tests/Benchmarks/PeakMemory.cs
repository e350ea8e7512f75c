using System.Diagnostics;
using System.Globalization;
using SQLitePCL;

namespace CaseMgmt.Benchmarks;

/// <summary>
/// The most memory that this process held since a moment, and where it lay then: the collector's heaps, the embedded database's own, everything else that is
/// nobody's file, and pages of files that are mapped.
/// </summary>
internal sealed class PeakMemory : IDisposable
{
    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(100);
    private readonly Timer timer;
    private readonly Lock one = new();
    private (double Whole, double Heaps, double Live, double Sqlite, double Files) most;

    static PeakMemory() => Batteries_V2.Init();

    private PeakMemory() => timer = new Timer(_ => Look(), null, Every, Every);

    public static double Megabytes => Process.GetCurrentProcess().PeakWorkingSet64 / 1e6;

    /// <summary>The peak so far belongs to what ran before. Linux counts anew after this; elsewhere the peak is that of the whole process.</summary>
    public static PeakMemory Watch()
    {
        if (OperatingSystem.IsLinux())
        {
            File.WriteAllText("/proc/self/clear_refs", "5");
        }

        return new PeakMemory();
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"peak memory {Megabytes:N0} MB (at {most.Whole:N0}: heaps {most.Heaps:N0} of which live {most.Live:N0}, sqlite {most.Sqlite:N0}, mapped files {most.Files:N0}, other {most.Whole - most.Heaps - most.Sqlite - most.Files:N0})");

    public void Dispose() => timer.Dispose();

    private void Look()
    {
        var whole = Environment.WorkingSet / 1e6;
        lock (one)
        {
            if (whole > most.Whole)
            {
                most = (whole, GC.GetGCMemoryInfo(GCKind.Any).TotalCommittedBytes / 1e6, GC.GetTotalMemory(false) / 1e6, raw.sqlite3_memory_used() / 1e6, MappedFiles());
            }
        }
    }

    private static double MappedFiles() => !OperatingSystem.IsLinux() ? 0
        : File.ReadLines("/proc/self/status").Where(line => line.StartsWith("RssFile:", StringComparison.Ordinal))
            .Select(line => double.Parse(line.AsSpan(8, line.Length - 11), CultureInfo.InvariantCulture) / 1e3).FirstOrDefault();
}
