using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Workflows.Storage;

/// <summary>Adds the engine's tables to the model of the host's context.</summary>
public static class WorkflowModel
{
    /// <summary>
    /// Tables clustered by their own key on SQLite (WITHOUT ROWID): their rows are short and keyed in the order in which they are written,
    /// which saves a second tree per insert. Wide rows (instances, definitions) stay rowid tables.
    /// </summary>
    public static readonly IReadOnlySet<string> ClusteredTables = new HashSet<string>(StringComparer.Ordinal)
    {
        "bookmark", "timer", "outbox", "fan_in", "request_key", "history", "history_personal", "history_head", "history_root", "history_leaf", "counter", "incident", "start_trigger",
    };

    /// <summary>Maps every row type of the engine; each mapping stands in the file of its row.</summary>
    public static ModelBuilder AddWorkflows(this ModelBuilder builder) => builder
        .ApplyConfiguration(new DefinitionRow.Mapping())
        .ApplyConfiguration(new InstanceRow.Mapping())
        .ApplyConfiguration(new BookmarkRow.Mapping())
        .ApplyConfiguration(new TimerRow.Mapping())
        .ApplyConfiguration(new OutboxRow.Mapping())
        .ApplyConfiguration(new ParkedStimulusRow.Mapping())
        .ApplyConfiguration(new FanInRow.Mapping())
        .ApplyConfiguration(new IncidentRow.Mapping())
        .ApplyConfiguration(new StartTriggerRow.Mapping())
        .ApplyConfiguration(new RequestKeyRow.Mapping())
        .ApplyConfiguration(new CounterRow.Mapping())
        .ApplyConfiguration(new HistoryRow.Mapping())
        .ApplyConfiguration(new HistoryPersonalRow.Mapping())
        .ApplyConfiguration(new HistoryHeadRow.Mapping())
        .ApplyConfiguration(new HistoryRootRow.Mapping())
        .ApplyConfiguration(new HistoryLeafRow.Mapping());
}
