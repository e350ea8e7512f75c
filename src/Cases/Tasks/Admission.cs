using CaseMgmt.Cases.Monitoring;
using CaseMgmt.Cases.Monitoring.Anomalies;

namespace CaseMgmt.Cases.Tasks;

/// <summary>What becomes of anomalies at the monitor step of their task. Pure; it changes nothing.</summary>
/// <param name="Judged">Those that the decision is about.</param>
/// <param name="Staying">Those that the task keeps.</param>
/// <param name="Leaving">Those of other themes, and those that somebody decided not to handle.</param>
public sealed record Admission(IReadOnlyList<Anomaly> Judged, IReadOnlyList<Anomaly> Staying, IReadOnlyList<Anomaly> Leaving)
{
    public static Admission Of(IReadOnlyList<Anomaly> anomalies, IReadOnlySet<string> themes, string? decision)
    {
        var judged = decision is null ? [] : anomalies.Where(IsUntriaged).ToList();
        var staying = anomalies.Where(anomaly =>
            (themes.Count == 0 || themes.Contains(anomaly.ThemeCode))
            && anomaly.State != AnomalyStates.Ignored && !(decision == AnomalyStates.Ignored && IsUntriaged(anomaly))).ToList();
        return new(judged, staying, [.. anomalies.Except(staying)]);
    }

    public static bool IsUntriaged(Anomaly anomaly) => AnomalyLife.Next(anomaly.State, AnomalyEvent.ToHandle) is not null;
}
