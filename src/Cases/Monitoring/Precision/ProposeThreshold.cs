using System.Text.Json;
using System.Text.Json.Nodes;
using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Monitoring.Rules;
using CaseMgmt.Cases.Monitoring.ThemeLife;
using CaseMgmt.Cases.Monitoring.Themes;
using CaseMgmt.Cases.Resources;
using CaseMgmt.Workflows.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Monitoring.Precision;

/// <summary>
/// POST /api/themes/{code}/threshold: the value becomes a draft of the next version of the theme, with the figures that speak for it attached in the same commit.
/// From there it goes the way of every change: test run, second person, day of effect. GET .../versions/{number}/evidence reads what is attached.
/// </summary>
public static class ProposeThreshold
{
    public sealed record Request(decimal? Value, string? Reason);

    public sealed record Attached(string Kind, JsonNode? Data, string OrgPath, string By, DateTime At);

    public static void Map(RouteGroupBuilder api)
    {
        api.MapPost("/themes/{code}/threshold", HandleAsync).RequireAuthorization(Permissions.Policy(Permissions.ThemeEdit)).WithName("themes.propose");
        api.MapGet("/themes/{code}/versions/{number:int}/evidence", EvidenceAsync).RequireAuthorization(Permissions.Policy(Permissions.AnomalyRead)).WithName("themes.evidence");
    }

    private static async Task<IResult> HandleAsync(
        string code, Request request, CaseDbContext db, CommitDoor door, Ids ids, CurrentAccount me, ThemeLibrary library, CancellationToken cancellation)
    {
        if (library.Find(code) is not { } theme)
        {
            return Problem.NotFound();
        }

        if (request.Value is not { } value || string.IsNullOrWhiteSpace(request.Reason))
        {
            return Problem.Unprocessable("threshold-wrong");
        }

        var view = await ThresholdAssistant.ReadAsync(db, me, library, theme, value, cancellation);
        if (view.Parameter is not { } parameter || view.Unavailable is not null)
        {
            return Problem.Unprocessable("threshold-unjudged");
        }

        var version = await LatestAsync(db, code, cancellation);
        var changes = new ThemeContent.Changes(null, null, null, null, null, null, null, null, null, null, Replaced(version ?? theme, parameter.Name, value), null, null, null);
        var draft = new WriteThemeVersion.Request(request.Reason.Trim(), null, changes);
        var evidence = Evidence(view, parameter, value);
        try
        {
            var written = await door.RunAsync(me.Actor, async session =>
            {
                var id = ids.Next();
                var result = await WriteThemeVersion.InsertAsync(session, code, draft, id, me);
                await AttachAsync(session, new ThemeEvidence
                {
                    Id = ids.Next(), VersionId = id, Code = code, Number = result.Number, Kind = ThemeEvidence.Threshold, DataJson = evidence.ToJsonString(), OrgPath = me.OrgPath, WrittenBy = me.Actor,
                });
                return result;
            }, cancellation);
            return Results.Created($"/api/themes/{code}/versions/{written.Number}", written);
        }
        catch (RuleException wrong)
        {
            return wrong.Problem;
        }
    }

    /// <summary>Writes the row and names it in the theme's history.</summary>
    internal static async ValueTask AttachAsync(CommitSession session, ThemeEvidence row)
    {
        row.WrittenAt = session.Now;
        await session.InsertAsync(row);
        await session.AppendHistoryAsync($"theme/{row.Code}", "theme.evidence", new JsonObject
        {
            ["number"] = row.Number, ["kind"] = row.Kind, ["evidence"] = row.Id, ["figures"] = JsonNode.Parse(row.DataJson),
        });
    }

    private static async Task<IResult> EvidenceAsync(string code, int number, CaseDbContext db, CurrentAccount me, CancellationToken cancellation)
    {
        var version = await db.Set<ThemeVersion>().AsNoTracking().Where(row => row.Code == code && row.Number == number).Select(row => (long?)row.Id).FirstOrDefaultAsync(cancellation);
        if (version is null)
        {
            return Problem.NotFound();
        }

        // Figures of a superior organisation count cases that this account may not know of.
        var rows = await db.Set<ThemeEvidence>().AsNoTracking().Where(row => row.VersionId == version && row.OrgPath.StartsWith(me.OrgPath)).OrderBy(row => row.Id).ToListAsync(cancellation);
        var people = await ThemeVersionView.PeopleAsync(db, rows.Select(row => row.WrittenBy), cancellation);
        return Results.Ok(rows.Select(row => new Attached(row.Kind, JsonNode.Parse(row.DataJson), row.OrgPath, people.GetValueOrDefault(row.WrittenBy, row.WrittenBy), row.WrittenAt)));
    }

    /// <summary>The newest approved content, which is what a draft starts from even before its day of effect.</summary>
    private static async Task<Theme?> LatestAsync(CaseDbContext db, string code, CancellationToken cancellation) =>
        await db.Set<ThemeVersion>().AsNoTracking().Where(row => row.Code == code && row.State == ThemeStates.Approved).OrderByDescending(row => row.Number).FirstOrDefaultAsync(cancellation)
            is { } row ? ThemeContent.Read(row) : null;

    private static List<ThemeParameter> Replaced(Theme theme, string name, decimal value) =>
        [.. theme.Parameters.Select(each => each.Name == name ? each with { Value = JsonSerializer.SerializeToElement(value) } : each)];

    private static JsonObject Evidence(ThresholdView view, ThemeParameter parameter, decimal value) => new()
    {
        ["parameter"] = parameter.Name, ["unit"] = parameter.Unit, ["label"] = JsonSerializer.SerializeToNode(parameter.Label, JsonSerializerOptions.Web),
        ["from"] = parameter.Value.GetDecimal(), ["to"] = value, ["basedOnVersion"] = view.Version, ["judged"] = view.Judged, ["unweighed"] = view.Unweighed, ["certain"] = view.Certain,
        ["before"] = JsonSerializer.SerializeToNode(view.Steps[0], JsonSerializerOptions.Web),
        ["after"] = JsonSerializer.SerializeToNode(view.Steps.First(step => step.Value == value), JsonSerializerOptions.Web),
    };
}
