using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Resources;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CaseMgmt.Cases.Monitoring.Sources;

/// <summary>POST /api/sources/{name}/check: whether a warehouse answers, shows the model, gave us a login that cannot write, and how far each table goes.</summary>
public static class CheckSource
{
    public sealed record Line(string Code, string Subject, bool Warning, string Text);

    public sealed record Answer(bool Fit, IReadOnlyList<Line> Problems, string? Ym, DateOnly? Stamp, IReadOnlyList<TableDay> Days, bool HasLog);

    public static void Map(RouteGroupBuilder api) => api.MapPost("/sources/{name}/check", HandleAsync)
        .RequireAuthorization(Permissions.Policy(Permissions.DataImport)).WithName("sources.check");

    private static async Task<IResult> HandleAsync(string name, Warehouses warehouses, DataSources sources, HttpContext context, CancellationToken cancellation)
    {
        if (warehouses.Find(name) is not { } warehouse)
        {
            return Problem.NotFound();
        }

        var check = await sources.CheckAsync(warehouse, cancellation);
        var language = Texts.LanguageOf(context);
        return Results.Ok(new Answer(check.IsFit, [.. check.Problems.Select(problem => new Line(problem.Code, problem.Subject, problem.Warning, problem.Text(language)))],
            check.Facts?.Ym, check.Facts?.Stamp, check.Facts?.Days ?? [], check.HasLog));
    }
}
