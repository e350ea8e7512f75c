using System.Text.Json.Nodes;
using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Monitoring.Clues;
using CaseMgmt.Cases.Monitoring.Themes;
using CaseMgmt.Cases.Resources;
using CaseMgmt.Workflows.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Monitoring.Precision;

/// <summary>
/// POST /api/clues/{id}/misses names the theme that should have found the problem of a clue, with the reason; DELETE .../misses/{code} takes it back;
/// GET /api/misses lists the links. A link counts against the recall of the theme once the clue's own case is confirmed.
/// </summary>
public static class LinkMiss
{
    private const int MostListed = 200;

    public sealed record Request(string? Theme, string? Reason);

    public sealed record Line(long ClueId, string ClueNumber, string ThemeCode, string ThemeName, string Reason, string Content, long? AnomalyId, DateTime LinkedAt);

    public static void Map(RouteGroupBuilder api)
    {
        api.MapPost("/clues/{id:long}/misses", LinkAsync).RequireAuthorization(Permissions.Policy(Permissions.AnomalyTriage)).WithName("misses.link");
        api.MapDelete("/clues/{id:long}/misses/{code}", UnlinkAsync).RequireAuthorization(Permissions.Policy(Permissions.AnomalyTriage)).WithName("misses.unlink");
        api.MapGet("/misses", ListAsync).RequireAuthorization(Permissions.Policy(Permissions.AnomalyRead)).WithName("misses.list");
    }

    private static async Task<IResult> LinkAsync(long id, Request request, CommitDoor door, CurrentAccount me, ThemeLibrary library, CancellationToken cancellation)
    {
        await door.RunAsync(me.Actor, async session =>
        {
            var clue = await FindAsync(session, id, me);
            if (library.Find(request.Theme ?? "") is not { } theme || string.IsNullOrWhiteSpace(request.Reason) || request.Reason.Length > 500)
            {
                throw new ProblemException(Problem.Unprocessable("miss-wrong"));
            }

            if (await session.FindAsync<ThemeMiss>(id, theme.Code) is not null)
            {
                throw new ProblemException(Problem.Conflict("miss-known", theme.Code));
            }

            await session.InsertAsync(new ThemeMiss
            {
                ClueId = id, ThemeCode = theme.Code, OrgPath = clue.OrgPath, Reason = request.Reason.Trim(), Secret = clue.Secret, LinkedBy = me.Actor, LinkedAt = session.Now,
            });
            await session.AppendHistoryAsync($"clue/{id}", "clue.missed-by-theme", new JsonObject { ["theme"] = theme.Code, ["version"] = theme.Version, ["reason"] = request.Reason.Trim() });
            session.Announce("clues");
        }, cancellation);
        return Results.NoContent();
    }

    private static async Task<IResult> UnlinkAsync(long id, string code, CommitDoor door, CurrentAccount me, CancellationToken cancellation)
    {
        await door.RunAsync(me.Actor, async session =>
        {
            await FindAsync(session, id, me);
            var row = await session.FindAsync<ThemeMiss>(id, code) ?? throw new ProblemException(Problem.NotFound());
            await session.ExpectAsync($"delete from theme_miss where clue_id = {id} and theme_code = {code} and version = {row.Version}");
            await session.AppendHistoryAsync($"clue/{id}", "clue.miss-withdrawn", new JsonObject { ["theme"] = code });
            session.Announce("clues");
        }, cancellation);
        return Results.NoContent();
    }

    private static async Task<IReadOnlyList<Line>> ListAsync(string? theme, CaseDbContext db, CurrentAccount me, ThemeLibrary library, HttpContext context, CancellationToken cancellation)
    {
        var secrets = me.Has(Permissions.ClueSecret);
        var english = Texts.LanguageOf(context) == "en";
        var rows = from miss in db.Set<ThemeMiss>().AsNoTracking()
                   where miss.OrgPath.StartsWith(me.OrgPath) && (secrets || !miss.Secret) && (theme == null || theme == "" || miss.ThemeCode == theme)
                   join clue in db.Set<Clue>() on miss.ClueId equals clue.Id
                   orderby miss.ClueId descending, miss.ThemeCode
                   select new { Miss = miss, clue.Number, clue.Content, clue.AnomalyId };
        return [.. (await rows.Take(MostListed).ToListAsync(cancellation)).Select(row => new Line(row.Miss.ClueId, row.Number, row.Miss.ThemeCode,
            library.Find(row.Miss.ThemeCode) is not { } known ? row.Miss.ThemeCode : english ? known.NameEn : known.NameZh, row.Miss.Reason, row.Content, row.AnomalyId, row.Miss.LinkedAt))];
    }

    private static async ValueTask<Clue> FindAsync(CommitSession session, long id, CurrentAccount me) =>
        await session.FindAsync<Clue>(id) is { } clue && me.Sees(clue.OrgPath) && (!clue.Secret || me.Has(Permissions.ClueSecret)) ? clue
            : throw new ProblemException(Problem.NotFound());
}
