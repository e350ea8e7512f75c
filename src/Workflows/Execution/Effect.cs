namespace CaseMgmt.Workflows.Execution;

/// <summary>
/// Something an activity asks of the outside world. The interpreter only lists effects; the commit applies each one inside the
/// transaction of the transition that asked for it, exactly once.
/// </summary>
public abstract record Effect
{
    /// <summary>Derived from instance, sequence and index ("{instance}-{sequence}-{index}"): the same history gives the same id again.</summary>
    public string Id { get; init; } = "";

    public string InstanceId { get; init; } = "";

    /// <summary>Id of the node in the definition.</summary>
    public string ActivityId { get; init; } = "";

    public string ActivityInstanceId { get; init; } = "";
}
