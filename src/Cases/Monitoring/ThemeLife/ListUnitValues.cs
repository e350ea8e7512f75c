using System.Text.Json;
using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Monitoring.Themes;
using CaseMgmt.Cases.Resources;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Monitoring.ThemeLife;

/// <summary>
/// GET /api/unit-values?theme=: parameters that count differently in some organisation, with who gave the value, from when, and what it was before.
/// Shown are the own organisation, those below it and those above it, whose values reach down.
/// </summary>
public static class ListUnitValues
{
    public sealed record Step(JsonElement? Value, int Version, DateOnly? From, string By, string? ApprovedBy, string? Reason);

    public sealed record Line(string Theme, string ThemeName, string Parameter, TwoLanguages Label, string Unit, string OrgNo, string OrgName, JsonElement Everybodys, bool InForce, IReadOnlyList<Step> Steps);

    public static void Map(RouteGroupBuilder api) => api.MapGet("/unit-values", HandleAsync)
        .RequireAuthorization(Permissions.Policy(Permissions.AnomalyRead)).WithName("themes.unit-values");

    private static async Task<IReadOnlyList<Line>> HandleAsync(
        string? theme, CaseDbContext db, CurrentAccount me, ThemeLibrary library, ThemeShelf shelf, HttpContext context, CancellationToken cancellation)
    {
        var (today, english) = (shelf.Today, Texts.LanguageOf(context) == "en");
        var rows = await db.Set<ThemeVersion>().AsNoTracking().OrderBy(row => row.Code).ThenBy(row => row.Number)
            .Where(row => (row.State == ThemeStates.Approved || row.State == ThemeStates.Retired) && row.EffectiveFrom <= today && (string.IsNullOrEmpty(theme) || row.Code == theme)).ToListAsync(cancellation);
        var values = rows.GroupBy(row => row.Code).SelectMany(group => OverrideHistory.Of(
            [.. group.Select(row => (Row: row, Theme: library.Find(row.Code, row.Number)!)).Where(each => each.Theme is not null)])).ToList();
        var orgs = await db.Set<OrgUnit>().AsNoTracking().Where(org => org.OrgPath.StartsWith(me.OrgPath) || me.OrgPath.StartsWith(org.OrgPath))
            .ToDictionaryAsync(org => org.OrgNo, org => org.Name, cancellation);
        var people = await ThemeVersionView.PeopleAsync(db, values.SelectMany(value => value.Steps).SelectMany(step => new[] { step.By, step.ApprovedBy }), cancellation);
        return [.. values.Where(value => orgs.ContainsKey(value.OrgNo)).Select(value => Shown(value, orgs[value.OrgNo], people, library, english))];
    }

    private static Line Shown(UnitValue value, string orgName, Dictionary<string, string> people, ThemeLibrary library, bool english) => new(
        value.Theme, library.Find(value.Theme) is not { } theme ? value.Theme : english ? theme.NameEn : theme.NameZh, value.Parameter, value.Label, value.Unit, value.OrgNo, orgName, value.Everybodys, value.InForce,
        [.. value.Steps.Select(step => new Step(step.Value, step.Version, step.From, people.GetValueOrDefault(step.By, ""), step.ApprovedBy is { } by ? people.GetValueOrDefault(by, "") : null, step.Reason))]);
}
