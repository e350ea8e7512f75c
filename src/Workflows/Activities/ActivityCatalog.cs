namespace CaseMgmt.Workflows.Activities;

/// <summary>All activity types this process knows. Built once at start: the engine's own types plus those the host adds.</summary>
public sealed class ActivityCatalog
{
    private readonly Dictionary<string, Activity> byType = new(StringComparer.Ordinal);

    public ActivityCatalog(IEnumerable<Activity> activities)
    {
        foreach (var activity in activities)
        {
            byType.Add(activity.Descriptor.TypeName, activity);
        }
    }

    public IReadOnlyCollection<Activity> All => byType.Values;

    /// <summary>The activity of this type, or null: an unknown type becomes a placeholder that refuses to be published.</summary>
    public Activity? Find(string typeName) => byType.GetValueOrDefault(typeName);
}
