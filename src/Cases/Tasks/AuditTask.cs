using CaseMgmt.Workflows.Storage;

namespace CaseMgmt.Cases.Tasks;

/// <summary>A task (任务): a batch of anomalies that becomes work orders. One workflow instance of "audit-task" each; history subject "task/{Id}".</summary>
public sealed class AuditTask : Versioned
{
    public long Id { get; set; }

    /// <summary>Human number, for example "RW-370306-202605-00001".</summary>
    public string Number { get; set; } = "";

    public string Title { get; set; } = "";

    /// <summary>online 在线, routine 常态, special 专项, review 审核, sampling 抽检, onsite 现场.</summary>
    public string Type { get; set; } = "online";

    /// <summary>critical 特急, urgent 紧急, normal 一般.</summary>
    public string Urgency { get; set; } = "normal";

    /// <summary>Stage key of the node the task stands on: monitor, task, dispatch; "closed" at the end.</summary>
    public string Stage { get; set; } = "monitor";

    public string State { get; set; } = "monitoring";

    public string OrgNo { get; set; } = "";

    public string OrgPath { get; set; } = "";

    public string InstanceId { get; set; } = "";

    public long CreatedBy { get; set; }

    public DateTime CreatedAt { get; set; }

    public DateTime? ClosedAt { get; set; }
}
