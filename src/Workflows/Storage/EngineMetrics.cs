using System.Diagnostics.Metrics;

namespace CaseMgmt.Workflows.Storage;

/// <summary>What the engine measures of itself, under the meter "CaseMgmt.Workflows"; any listener of the platform can collect it.</summary>
public static class EngineMetrics
{
    public const string MeterName = "CaseMgmt.Workflows";

    private static readonly Meter Meter = new(MeterName);

    /// <summary>How long one job held the embedded database's writer.</summary>
    internal static readonly Histogram<double> LaneJob = Meter.CreateHistogram<double>("workflows.lane.job", "ms", "Time for which one job held the writer lane.");

    /// <summary>Jobs that broke the rule of fifty milliseconds.</summary>
    internal static readonly Counter<long> SlowLaneJobs = Meter.CreateCounter<long>("workflows.lane.slow", null, "Jobs that held the writer lane for more than 50 ms.");

    internal static readonly Counter<long> Sweeps = Meter.CreateCounter<long>("workflows.sweeps", null, "Rounds over everything that is due.");

    internal static readonly Histogram<double> SweepTime = Meter.CreateHistogram<double>("workflows.sweep.duration", "ms", "Duration of one round.");

    /// <summary>How late timers fire.</summary>
    internal static readonly Histogram<double> TimerLag = Meter.CreateHistogram<double>("workflows.timer.lag", "s", "From the instant at which a timer was due to its being taken up.");

    internal static readonly Counter<long> Mended = Meter.CreateCounter<long>("workflows.reconciler.mended", null, "Rows that the reconciler found missing or left over, and put right.");

    /// <summary>A figure that is read when somebody asks.</summary>
    internal static void Observe(string name, string unit, string description, Func<double> read) => Meter.CreateObservableGauge(name, read, unit, description);
}
