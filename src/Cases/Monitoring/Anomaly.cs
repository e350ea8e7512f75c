using CaseMgmt.Cases.Monitoring.Anomalies;
using CaseMgmt.Workflows.Storage;

namespace CaseMgmt.Cases.Monitoring;

/// <summary>States of domain document 02 section 4.1.</summary>
public static class AnomalyStates
{
    public const string New = "new";                 // 未分析
    public const string ToHandle = "to-handle";      // 需处理
    public const string Ignored = "ignored";         // 不处理
    public const string Reanalyse = "reanalyse";     // 再分析
    public const string InTask = "in-task";          // 已发起稽查
    public const string Done = "done";               // 完成稽查
    public const string SelfCleared = "self-cleared"; // 自消失

    public static readonly IReadOnlyList<string> All = [New, ToHandle, Ignored, Reanalyse, InTask, Done, SelfCleared];
}

/// <summary>One row a theme found. Unique by theme, object and period: a row found again raises <see cref="Hits"/>.</summary>
public sealed class Anomaly : Versioned
{
    private const decimal LargestMetric = 9_000_000_000_000;
    private string state = AnomalyStates.New;
    private decimal metric;

    public long Id { get; set; }

    public string ThemeCode { get; set; } = "";

    public int ThemeVersion { get; set; }

    /// <summary>Account month "YYYYMM".</summary>
    public string Ym { get; set; } = "";

    /// <summary>The object: account number, meter asset number, line id, ... as the rule returned it.</summary>
    public string ObjKey { get; set; } = "";

    public string OrgNo { get; set; } = "";

    public string OrgPath { get; set; } = "";

    public decimal Metric
    {
        get => metric;
        set => (metric, MetricKey) = (value, KeyOf(value));
    }

    /// <summary>The metric as a whole number, in millionths: that sorts exactly on every database, and an index can hold it.</summary>
    public long MetricKey { get; private set; }

    public decimal LimitValue { get; set; }

    /// <summary>特级 "special", 一级 "1" ... 四级 "4"; copied from the theme for sorting.</summary>
    public string Level { get; set; } = "";

    public string Specialty { get; set; } = "";

    /// <summary>Changed by <see cref="Move"/> and by the statements of <see cref="AnomalyMoves"/>, both of which ask the one table.</summary>
    public string State
    {
        get => state;
        init => state = value;
    }

    public string? TriageReason { get; set; }

    public int Hits { get; set; } = 1;

    public DateTime FirstSeenAt { get; set; }

    public DateTime LastSeenAt { get; set; }

    /// <summary>The scan run that saw it last; its data stamp tells how fresh the data was.</summary>
    public long LastRunId { get; set; }

    public long? TaskId { get; set; }

    public long? CaseId { get; set; }

    /// <summary>Day up to which the data told anything when it was last seen.</summary>
    public DateOnly? DataStamp { get; set; }

    /// <summary>The warehouse that showed it last; null for the embedded copy.</summary>
    public string? Source { get; set; }

    /// <summary>When a run over fresh data no longer found it. Kept beside the state, because one that is in a task stays in it and is still to be answered.</summary>
    public DateTime? ClearedAt { get; set; }

    /// <summary>The white-list entry that keeps it from being dispatched.</summary>
    public long? WhiteId { get; set; }

    /// <summary>Money at stake in fen: a whole number sorts exactly on every database.</summary>
    public long StakeFen { get; set; }

    /// <summary>0 to 100, by the stated formula.</summary>
    public int Risk { get; set; }

    /// <summary>Level, then money at stake, then risk, as one number: the order of the queue.</summary>
    public long QueueKey { get; set; }

    /// <summary>Codes of the object's tags with commas, as they were when it was last seen.</summary>
    public string Tags { get; set; } = "";

    /// <summary>Made of a secret clue: it does not exist for roles that may not read secrets.</summary>
    public bool Secret { get; set; }

    /// <summary>What <see cref="MetricKey"/> is for a metric; what is beyond nine billion billionths sorts as that.</summary>
    public static long KeyOf(decimal metric) => (long)(Math.Clamp(metric, -LargestMetric, LargestMetric) * 1_000_000);

    /// <summary>Goes where the table leads; false, and nothing changed, where it leads nowhere.</summary>
    public bool Move(AnomalyEvent what)
    {
        var next = AnomalyLife.Next(state, what);
        state = next ?? state;
        return next is not null;
    }
}
