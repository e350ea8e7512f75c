namespace CaseMgmt.Workflows.Storage;

/// <summary>A row that more than one transition may change. Version is raised by every update and compared with the version that was read.</summary>
public abstract class Versioned
{
    public int Version { get; set; } = 1;
}
