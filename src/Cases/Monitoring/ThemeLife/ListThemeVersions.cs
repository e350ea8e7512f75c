using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Monitoring.Themes;
using CaseMgmt.Cases.Resources;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Monitoring.ThemeLife;

/// <summary>GET /api/themes/{code}/versions, newest first, and .../versions/{number} with its content and test run.</summary>
public static class ListThemeVersions
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/themes/{code}/versions", AllAsync).RequireAuthorization(Permissions.Policy(Permissions.AnomalyRead)).WithName("themes.versions");
        api.MapGet("/themes/{code}/versions/{number:int}", OneAsync).RequireAuthorization(Permissions.Policy(Permissions.AnomalyRead)).WithName("themes.version");
        api.MapGet("/theme-requests", OpenAsync).RequireAuthorization(Permissions.Policy(Permissions.AnomalyRead)).WithName("themes.requests");
    }

    private static async Task<IResult> AllAsync(string code, CaseDbContext db, CurrentAccount me, ThemeLibrary library, CancellationToken cancellation)
    {
        var rows = await db.Set<ThemeVersion>().AsNoTracking().Where(row => row.Code == code).OrderByDescending(row => row.Number).ToListAsync(cancellation);
        return rows.Count == 0 ? Problem.NotFound() : Results.Ok(await ViewsAsync(rows, db, me, library, cancellation));
    }

    private static async Task<IResult> OneAsync(string code, int number, CaseDbContext db, CurrentAccount me, ThemeLibrary library, CancellationToken cancellation)
    {
        var row = await db.Set<ThemeVersion>().AsNoTracking().FirstOrDefaultAsync(each => each.Code == code && each.Number == number, cancellation);
        return row is null ? Problem.NotFound()
            : Results.Ok(ThemeVersionView.Of(row, InUse(row, library), await ThemeVersionView.PeopleAsync(db, [row.WrittenBy, row.ApprovedBy], cancellation), me, whole: true));
    }

    /// <summary>Everything that is being written or waits for a decision.</summary>
    private static async Task<IResult> OpenAsync(CaseDbContext db, CurrentAccount me, ThemeLibrary library, CancellationToken cancellation)
    {
        string[] open = [ThemeStates.Draft, ThemeStates.Tested, ThemeStates.Submitted];
        var rows = await db.Set<ThemeVersion>().AsNoTracking().Where(row => open.Contains(row.State)).OrderBy(row => row.Code).ToListAsync(cancellation);
        return Results.Ok(await ViewsAsync(rows, db, me, library, cancellation));
    }

    private static async Task<IEnumerable<ThemeVersionView>> ViewsAsync(List<ThemeVersion> rows, CaseDbContext db, CurrentAccount me, ThemeLibrary library, CancellationToken cancellation)
    {
        var people = await ThemeVersionView.PeopleAsync(db, rows.SelectMany(row => new[] { row.WrittenBy, row.ApprovedBy }), cancellation);
        return rows.Select(row => ThemeVersionView.Of(row, InUse(row, library), people, me, whole: false));
    }

    private static bool InUse(ThemeVersion row, ThemeLibrary library) => library.Current.Any(theme => theme.Code == row.Code && theme.Version == row.Number);
}
