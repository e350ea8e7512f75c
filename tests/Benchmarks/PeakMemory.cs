using System.Diagnostics;

namespace CaseMgmt.Benchmarks;

/// <summary>The most memory that this process held since a moment.</summary>
internal static class PeakMemory
{
    public static double Megabytes => Process.GetCurrentProcess().PeakWorkingSet64 / 1e6;

    /// <summary>The peak so far belongs to what ran before. Linux counts anew after this; elsewhere the peak is that of the whole process.</summary>
    public static void Forget()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive);
        if (OperatingSystem.IsLinux())
        {
            File.WriteAllText("/proc/self/clear_refs", "5");
        }
    }
}
