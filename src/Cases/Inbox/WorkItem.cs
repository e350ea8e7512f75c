using CaseMgmt.Workflows.Storage;

namespace CaseMgmt.Cases.Inbox;

/// <summary>
/// One open question to a person: the row behind an inbox line. Written by the commit that opened its bookmark, closed by the commit that burns it,
/// so the inbox is a query and never a second store.
/// </summary>
public sealed class WorkItem : Versioned
{
    /// <summary>Id of the effect that opened it: "{instance}-{sequence}-{index}".</summary>
    public string Id { get; set; } = "";

    public string InstanceId { get; set; } = "";

    public string BookmarkId { get; set; } = "";

    /// <summary>Id of the node in the definition.</summary>
    public string ActivityId { get; set; } = "";

    /// <summary>"task/{id}" or "case/{id}".</summary>
    public string Subject { get; set; } = "";

    public string SubjectNumber { get; set; } = "";

    public string Title { get; set; } = "";

    public string Stage { get; set; } = "";

    public string RoleName { get; set; } = "";

    /// <summary>Accounts with the role whose own organisation path is a prefix of, or equal to, this path see it.</summary>
    public string OrgPath { get; set; } = "";

    public long? AssigneeId { get; set; }

    public string FormKey { get; set; } = "";

    public int FormVersion { get; set; }

    /// <summary>Outcomes a person may choose, as JSON: [{"value":"同意","label":{"zh":"..","en":".."},"commentRequired":true}].</summary>
    public string OutcomesJson { get; set; } = "[]";

    public string Urgency { get; set; } = "normal";

    public DateTime OpenedAt { get; set; }

    public DateTime? DueAt { get; set; }

    /// <summary>open, completed, cancelled.</summary>
    public string State { get; set; } = "open";

    public string? Outcome { get; set; }

    public string? AnswersJson { get; set; }

    public long? CompletedBy { get; set; }

    public DateTime? CompletedAt { get; set; }
}
