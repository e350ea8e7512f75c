namespace CaseMgmt.Cases.Plans.Visits;

/// <summary>Where an object is: its customer, transformer area and line, as far as the data knows them.</summary>
public sealed record Place(string ConsNo, string AreaId, string AreaName, string LineId, string LineName)
{
    public static readonly Place Nowhere = new("", "", "", "", "");
}

/// <summary>An item that somebody must go for.</summary>
public sealed record Errand(long ItemId, long CaseId, string OrgNo, string OrgPath, string ObjKey, Place Place);

/// <summary>Several errands of one unit to one place.</summary>
public sealed record PlannedVisit(string OrgNo, string OrgPath, string Kind, string PlaceKey, string PlaceName, IReadOnlyList<Errand> Errands);

/// <summary>
/// Merges errands into visits: whatever one unit has to do in one transformer area is one visit; what hangs on no area (high-voltage customers, the line itself)
/// is one visit a line; what has neither, one a customer; an object that the data does not know stays alone. Pure.
/// </summary>
public static class VisitPlan
{
    public const string Area = "area";
    public const string Line = "line";
    public const string Customer = "customer";
    public const string Object = "object";

    public static IReadOnlyList<PlannedVisit> Merge(IEnumerable<Errand> errands) =>
    [
        .. errands.OrderBy(errand => errand.ItemId)
            .GroupBy(errand => (errand.OrgPath, Goal: GoalOf(errand)))
            .OrderBy(group => group.Key.OrgPath, StringComparer.Ordinal).ThenBy(group => group.Key.Goal.Kind, StringComparer.Ordinal).ThenBy(group => group.Key.Goal.Key, StringComparer.Ordinal)
            .Select(group => new PlannedVisit(group.First().OrgNo, group.Key.OrgPath, group.Key.Goal.Kind, group.Key.Goal.Key, NameOf(group.First()), [.. group])),
    ];

    private static (string Kind, string Key) GoalOf(Errand errand) => errand.Place switch
    {
        { AreaId.Length: > 0 } place => (Area, place.AreaId),
        { LineId.Length: > 0 } place => (Line, place.LineId),
        { ConsNo.Length: > 0 } place => (Customer, place.ConsNo),
        _ => (Object, errand.ObjKey),
    };

    private static string NameOf(Errand errand) => errand.Place.AreaId.Length > 0 ? errand.Place.AreaName : errand.Place.LineName;
}
