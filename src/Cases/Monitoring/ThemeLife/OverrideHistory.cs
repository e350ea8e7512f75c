using System.Text.Json;
using CaseMgmt.Cases.Monitoring.Themes;

namespace CaseMgmt.Cases.Monitoring.ThemeLife;

/// <summary>One value that a version gave to a parameter for one organisation; null where it took the value away.</summary>
public sealed record OverrideStep(JsonElement? Value, int Version, DateOnly? From, string By, string? ApprovedBy, string? Reason);

/// <summary>A parameter whose value differs, or once differed, for an organisation and all below it.</summary>
/// <param name="Everybodys">The value for everybody else today.</param>
/// <param name="Steps">What happened to it, newest first; the first one tells what counts now.</param>
public sealed record UnitValue(string Theme, string Parameter, TwoLanguages Label, string Unit, string OrgNo, JsonElement Everybodys, IReadOnlyList<OverrideStep> Steps)
{
    public bool InForce => Steps[0].Value is not null;
}

/// <summary>Who gave which unit a value of its own, from when: read off the versions of a theme, which are never changed. Pure.</summary>
public static class OverrideHistory
{
    /// <param name="versions">Approved and retired versions that have begun to count, with their content, oldest first.</param>
    public static IReadOnlyList<UnitValue> Of(IReadOnlyList<(ThemeVersion Row, Theme Theme)> versions)
    {
        var steps = new Dictionary<(string Parameter, string OrgNo), List<OverrideStep>>();
        foreach (var (row, theme) in versions)
        {
            var given = theme.Parameters.SelectMany(parameter => parameter.Overrides.Select(each => (Key: (parameter.Name, each.OrgNo), each.Value))).ToLookup(each => each.Key, each => each.Value);
            foreach (var key in given.Select(each => each.Key).Union(steps.Keys).ToList())
            {
                var known = steps.GetValueOrDefault(key) ?? (steps[key] = []);
                JsonElement? now = given.Contains(key) ? given[key].Last() : null;
                if (now?.ToString() != known.LastOrDefault()?.Value?.ToString())
                {
                    known.Add(new OverrideStep(now, row.Number, row.EffectiveFrom, row.WrittenBy, row.ApprovedBy, row.ChangeReason));
                }
            }
        }

        return [.. steps.Select(each => Told(versions, each.Key.Parameter, each.Key.OrgNo, each.Value)).OfType<UnitValue>()];
    }

    private static UnitValue? Told(IReadOnlyList<(ThemeVersion Row, Theme Theme)> versions, string name, string orgNo, List<OverrideStep> steps) =>
        versions.Select(each => each.Theme).Reverse().SelectMany(theme => theme.Parameters).FirstOrDefault(each => each.Name == name) is { } parameter
            ? new(versions[^1].Theme.Code, name, parameter.Label, parameter.Unit, orgNo, parameter.Value, [.. Enumerable.Reverse(steps)]) : null;
}
