using System.Globalization;
using System.Text.Json.Nodes;
using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Resources;
using CaseMgmt.Workflows.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CaseMgmt.Cases.Monitoring.ThemeLife;

/// <summary>
/// POST .../submit hands a tested version in; POST .../decide lets another person approve it from a day on, or send it back; POST /api/themes/{code}/retire
/// takes a theme out of use with all its approved versions.
/// </summary>
public static class DecideThemeVersion
{
    public sealed record Decision(bool? Approve, DateOnly? EffectiveFrom, string? Comment);

    public sealed record Retirement(string? Reason);

    public static void Map(RouteGroupBuilder api)
    {
        api.MapPost("/themes/{code}/versions/{number:int}/submit", SubmitAsync).RequireAuthorization(Permissions.Policy(Permissions.ThemeEdit)).WithName("themes.submit");
        api.MapPost("/themes/{code}/versions/{number:int}/decide", DecideAsync).RequireAuthorization(Permissions.Policy(Permissions.ThemeApprove)).WithName("themes.decide");
        api.MapPost("/themes/{code}/retire", RetireAsync).RequireAuthorization(Permissions.Policy(Permissions.ThemeApprove)).WithName("themes.retire");
    }

    private static async Task<IResult> SubmitAsync(string code, int number, CommitDoor door, CurrentAccount me, CancellationToken cancellation)
    {
        await door.RunAsync(me.Actor, async session =>
        {
            var row = await WriteThemeVersion.OpenAsync(session, code, number, null);
            Refuse(ThemeLifeRules.RefuseSubmit(row));
            row.State = ThemeStates.Submitted;
            await session.UpdateAsync(row);
            await WriteThemeVersion.RecordAsync(session, row, "theme.submitted");
        }, cancellation);
        return Results.NoContent();
    }

    private static async Task<IResult> DecideAsync(string code, int number, Decision decision, CommitDoor door, CurrentAccount me, ThemeShelf shelf, CancellationToken cancellation)
    {
        if (decision.Approve is not { } approve || (!approve && string.IsNullOrWhiteSpace(decision.Comment)) || decision.EffectiveFrom < shelf.Today)
        {
            return Problem.Unprocessable("theme-decision");
        }

        await door.RunAsync(me.Actor, async session =>
        {
            var row = await WriteThemeVersion.OpenAsync(session, code, number, null);
            Refuse(ThemeLifeRules.RefuseDecision(row, me.PersonNo, await AuthorsAsync(session, row)));
            row.State = approve ? ThemeStates.Approved : ThemeStates.Draft;
            row.EffectiveFrom = approve ? decision.EffectiveFrom ?? shelf.Today : null;
            row.ApprovedBy = approve ? me.Actor : null;
            row.ApprovedAt = approve ? session.Now : null;
            await session.UpdateAsync(row);
            await WriteThemeVersion.RecordAsync(session, row, approve ? "theme.approved" : "theme.rejected",
                new JsonObject { ["comment"] = decision.Comment, ["effectiveFrom"] = row.EffectiveFrom?.ToString("O", CultureInfo.InvariantCulture) });
        }, cancellation);
        await shelf.RefreshAsync(cancellation);
        return Results.NoContent();
    }

    private static async Task<IResult> RetireAsync(string code, Retirement request, CommitDoor door, CurrentAccount me, ThemeShelf shelf, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(request.Reason))
        {
            return Problem.Unprocessable("theme-decision");
        }

        await door.RunAsync(me.Actor, async session =>
        {
            var rows = await session.QueryAsync<ThemeVersion>($"code = {code} and state = {ThemeStates.Approved}");
            foreach (var row in rows.Count > 0 ? rows : throw new ProblemException(Problem.NotFound()))
            {
                (row.State, row.RetiredAt) = (ThemeStates.Retired, session.Now);
                await session.UpdateAsync(row);
                await WriteThemeVersion.RecordAsync(session, row, "theme.retired", new JsonObject { ["comment"] = request.Reason });
            }

            await session.ExecuteAsync($"update scan_schedule set enabled = {false}, version = version + 1 where theme_code = {code}");
        }, cancellation);
        await shelf.RefreshAsync(cancellation);
        return Results.NoContent();
    }

    private static async ValueTask<IReadOnlySet<string>> AuthorsAsync(CommitSession session, ThemeVersion row)
    {
        var persons = new HashSet<string>(StringComparer.Ordinal);
        foreach (var actor in ThemeLifeRules.AuthorsOf(row.Number, await session.QueryAsync<HistoryRow>($"subject = {"theme/" + row.Code} order by seq")))
        {
            if (long.TryParse(actor, CultureInfo.InvariantCulture, out var id) && await session.FindAsync<Account>(id) is { } account)
            {
                persons.Add(account.PersonNo);
            }
        }

        return persons;
    }

    private static void Refuse(string? code)
    {
        if (code is not null)
        {
            throw new ProblemException(Problem.Conflict(code));
        }
    }
}
