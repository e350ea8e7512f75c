using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Monitoring.Rules;
using CaseMgmt.Cases.Monitoring.Themes;
using CaseMgmt.Cases.Resources;
using CaseMgmt.Workflows.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CaseMgmt.Cases.Monitoring.ThemeLife;

/// <summary>
/// POST /api/themes/{code}/versions begins the next version of a theme, or a new theme; PUT .../{number} changes it while it is open, DELETE gives it up.
/// What cannot run is refused with the reason of the compiler, so a stored version always runs.
/// </summary>
public static partial class WriteThemeVersion
{
    public sealed record Request(string? Reason, int? RowVersion, ThemeContent.Changes? Changes);

    public sealed record Written(int Number, int RowVersion);

    public static void Map(RouteGroupBuilder api)
    {
        api.MapPost("/themes/{code}/versions", BeginAsync).RequireAuthorization(Permissions.Policy(Permissions.ThemeEdit)).WithName("themes.begin");
        api.MapPut("/themes/{code}/versions/{number:int}", EditAsync).RequireAuthorization(Permissions.Policy(Permissions.ThemeEdit)).WithName("themes.edit");
        api.MapDelete("/themes/{code}/versions/{number:int}", DiscardAsync).RequireAuthorization(Permissions.Policy(Permissions.ThemeEdit)).WithName("themes.discard");
    }

    private static async Task<IResult> BeginAsync(string code, Request request, CommitDoor door, Ids ids, CurrentAccount me, CancellationToken cancellation)
    {
        if (!CodePattern().IsMatch(code) || string.IsNullOrWhiteSpace(request.Reason))
        {
            return Problem.Unprocessable("theme-code");
        }

        try
        {
            var written = await door.RunAsync(me.Actor, session => InsertAsync(session, code, request, ids.Next(), me), cancellation);
            return Results.Created($"/api/themes/{code}/versions/{written.Number}", written);
        }
        catch (RuleException wrong)
        {
            return wrong.Problem;
        }
    }

    /// <summary>Begins the next version inside a commit; refused while one is open, and of two that begin at once one is stale.</summary>
    public static async ValueTask<Written> InsertAsync(CommitSession session, string code, Request request, long id, CurrentAccount me)
    {
        var all = await session.QueryAsync<ThemeVersion>($"code = {code} order by number desc");
        if (all.Exists(row => ThemeLifeRules.IsOpen(row.State)))
        {
            throw new ProblemException(Problem.Conflict("theme-open", code));
        }

        var number = (all.FirstOrDefault()?.Number ?? 0) + 1;
        var source = all.Find(row => row.State == ThemeStates.Approved) ?? all.FirstOrDefault();
        var row = new ThemeVersion { Id = id, Code = code, Number = number, CreatedAt = session.Now };
        Fill(row, source?.ContentJson ?? ThemeContent.Blank(code), request, me);
        await session.InsertAsync(row);
        await RecordAsync(session, row, ThemeLifeRules.Drafted);
        return new Written(number, row.Version);
    }

    private static async Task<IResult> EditAsync(string code, int number, Request request, CommitDoor door, CurrentAccount me, CancellationToken cancellation)
    {
        try
        {
            return Results.Ok(await door.RunAsync(me.Actor, async session =>
            {
                var row = await OpenAsync(session, code, number, request.RowVersion);
                Fill(row, row.ContentJson, request, me);
                await session.UpdateAsync(row);
                await RecordAsync(session, row, ThemeLifeRules.Edited);
                return new Written(number, row.Version);
            }, cancellation));
        }
        catch (RuleException wrong)
        {
            return wrong.Problem;
        }
    }

    private static async Task<IResult> DiscardAsync(string code, int number, CommitDoor door, CurrentAccount me, CancellationToken cancellation)
    {
        await door.RunAsync(me.Actor, async session =>
        {
            var row = await OpenAsync(session, code, number, null);
            await session.ExpectAsync($"delete from theme_version where id = {row.Id} and version = {row.Version}");
            await RecordAsync(session, row, ThemeLifeRules.Discarded);
        }, cancellation);
        return Results.NoContent();
    }

    private static void Fill(ThemeVersion row, string source, Request request, CurrentAccount me)
    {
        row.ContentJson = request.Changes is { } changes ? ThemeContent.Amend(source, row.Number, changes) : source;
        row.ContentHash = ThemeContent.HashOf(row.ContentJson);
        (row.State, row.TestJson, row.WrittenBy, row.WrittenByPerson) = (ThemeStates.Draft, null, me.Actor, me.PersonNo);
        row.ChangeReason = request.Reason?.Trim() ?? row.ChangeReason;
        ThemeContent.Read(row);
    }

    /// <summary>The open version, as the caller last saw it if he says so.</summary>
    internal static async ValueTask<ThemeVersion> OpenAsync(CommitSession session, string code, int number, int? seen)
    {
        var row = (await session.QueryAsync<ThemeVersion>($"code = {code} and number = {number}")).FirstOrDefault() ?? throw new ProblemException(Problem.NotFound());
        return !ThemeLifeRules.IsOpen(row.State) ? throw new ProblemException(Problem.Conflict("theme-state"))
            : seen is not null && seen != row.Version ? throw new ProblemException(Problem.Conflict("stale"))
            : row;
    }

    internal static async ValueTask RecordAsync(CommitSession session, ThemeVersion row, string kind, JsonObject? more = null)
    {
        var data = more ?? [];
        (data["number"], data["hash"], data["reason"]) = (row.Number, row.ContentHash, row.ChangeReason);
        await session.AppendHistoryAsync($"theme/{row.Code}", kind, data);
        session.Announce("themes");
    }

    [GeneratedRegex("^[A-Z]{2}-[0-9]{2,3}$")]
    private static partial Regex CodePattern();
}
