using CaseMgmt.Workflows.Storage;

namespace CaseMgmt.Cases.Lifecycle;

/// <summary>
/// A case (案件) = a work order (工单): items of one unit, specialty and theme that one lifecycle instance carries from sign-in to closed.
/// History subject "case/{Id}", which is also the correlation id of its workflow instance.
/// </summary>
public sealed class AuditCase : Versioned
{
    public long Id { get; set; }

    /// <summary>Human number, for example "GD-37030601-202605-00001".</summary>
    public string Number { get; set; } = "";

    public string Title { get; set; } = "";

    public long TaskId { get; set; }

    public string ThemeCode { get; set; } = "";

    public int ThemeVersion { get; set; }

    public string Specialty { get; set; } = "";

    public string Level { get; set; } = "";

    public string Urgency { get; set; } = "normal";

    public string OrgNo { get; set; } = "";

    public string OrgPath { get; set; } = "";

    /// <summary>Stage key: monitor, task, dispatch, handle, recheck, evaluate, improve, closed. Set by entering a node.</summary>
    public string Stage { get; set; } = "dispatch";

    /// <summary>State of domain document 02 section 4.2 (dispatched, accepted, handling, unit-review, recheck, evaluated, closed, ...). Set by entering a node.</summary>
    public string State { get; set; } = "dispatched";

    public string InstanceId { get; set; } = "";

    /// <summary>Due time of the open human step, UTC; null when none is open.</summary>
    public DateTime? DueAt { get; set; }

    public bool Overdue { get; set; }

    public int EscalationLevel { get; set; }

    public int Returns { get; set; }

    public string? Conclusion { get; set; }

    public string? RootCause { get; set; }

    public decimal RecoveredYuan { get; set; }

    public decimal? Score { get; set; }

    public DateTime CreatedAt { get; set; }

    public DateTime? ClosedAt { get; set; }
}

/// <summary>One anomaly carried by a case (明细).</summary>
public sealed class CaseItem : Versioned
{
    public long Id { get; set; }

    public long CaseId { get; set; }

    public long AnomalyId { get; set; }

    public string ObjKey { get; set; } = "";

    public decimal Metric { get; set; }

    public decimal LimitValue { get; set; }

    public string? Conclusion { get; set; }
}
