using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Monitoring.Rules;
using CaseMgmt.Cases.Monitoring.Sources;
using CaseMgmt.Cases.Resources;
using CaseMgmt.Cases.Tasks;
using CaseMgmt.Workflows.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Plans.Samples;

/// <summary>
/// POST /api/samples: reads a population and draws from it. The seed is the house's, not the drawer's, and no sample is ever deleted: who draws until he likes the
/// result is seen. The whole population is kept, so anybody can draw again.
/// </summary>
public static class DrawSample
{
    private const int SeedBytes = 8;
    private const int Chunk = 200;

    /// <param name="ByTable">Closed orders by the table of sampling instead of one share; strata, share and minimum are the table's then.</param>
    /// <param name="Source">Where a rule reads: a warehouse, "embedded" for the copy, or null for the source that scans use.</param>
    public sealed record Request(
        string? Title, string? Purpose, string? Ym, string? OrgNo, long? PlanId, long? SchemeId, string? RuleSql, string? ThemeCode, IReadOnlyList<string>? StratifyBy, decimal? RatePercent, int? Least,
        string? Source = null, bool? ByTable = null);

    public sealed record Made(long Id, string Number, int Population, int Drawn);

    /// <summary>What drawing needs of the house.</summary>
    public sealed record Services(CaseDbContext Db, CommitDoor Door, Ids Ids, Populations Populations, DataSources Sources, CurrentAccount Me);

    public static void Map(RouteGroupBuilder api) => api.MapPost("/samples", HandleAsync)
        .RequireAuthorization(Permissions.Policy(Permissions.PlanWrite)).WithName("samples.draw");

    private static async Task<IResult> HandleAsync(Request request, Services services, HttpContext context, CancellationToken cancellation)
    {
        var (db, _, ids, populations, sources, me) = services;
        if (SampleRules.Refuse(request) is { } refusal)
        {
            return Problem.Unprocessable(refusal, SampleRules.MostDrawn);
        }

        var orgNo = string.IsNullOrEmpty(request.OrgNo) ? me.OrgNo : request.OrgNo;
        var org = await db.Set<OrgUnit>().AsNoTracking().FirstOrDefaultAsync(unit => unit.OrgNo == orgNo && unit.OrgPath.StartsWith(me.OrgPath), cancellation);
        if (org is null)
        {
            return Problem.Unprocessable("sample-unit");
        }

        var sample = Begin(request, ids.Next(), org, me, Texts.LanguageOf(context));
        try
        {
            var purpose = SamplePurpose.Find(sample.Purpose)!;
            var load = purpose.Source == PopulationSource.Rule ? await sources.PresentAsync(sources.Meant(request.Source), cancellation) : null;
            var found = await populations.ReadAsync(new Wanted(purpose, sample.Ym, org.OrgPath, sample.RuleSql, sample.ThemeCode, load), me, cancellation);
            return found is null ? Problem.Unprocessable("sample-data") : await DrawAsync(sample, found, services, cancellation);
        }
        catch (RuleException wrong)
        {
            return wrong.Problem;
        }
    }

    private static async Task<IResult> DrawAsync(Sample sample, FoundPopulation found, Services services, CancellationToken cancellation)
    {
        var drawn = SampleWay.Take(sample, found.Members);
        if (found.Members.Count == 0 || found.Members.Count > SampleRules.MostMembers || drawn.Count is 0 or > SampleRules.MostDrawn)
        {
            return found.Members.Count == 0 || drawn.Count == 0 ? Problem.Unprocessable("sample-empty") : Problem.Unprocessable("sample-wide", SampleRules.MostMembers, SampleRules.MostDrawn);
        }

        (sample.BatchId, sample.Population, sample.Drawn) = (found.BatchId, found.Members.Count, drawn.Count);
        var paths = await services.Db.Set<OrgUnit>().AsNoTracking().ToDictionaryAsync(unit => unit.OrgNo, unit => unit.OrgPath, cancellation);
        foreach (var chunk in drawn.Chunk(Chunk))
        {
            await services.Door.RunAsync(services.Me.Actor, async session =>
            {
                foreach (var draw in chunk)
                {
                    await session.InsertAsync(ItemOf(sample.Id, draw, paths));
                }
            }, cancellation);
        }

        await services.Door.RunAsync(services.Me.Actor, session => WriteAsync(session, sample, PopulationText.Write(found.Members)), cancellation);
        return Results.Created($"/api/samples/{sample.Id}", new Made(sample.Id, sample.Number, sample.Population, sample.Drawn));
    }

    // The row that makes the items a sample comes last: half a draw is never seen.
    private static async ValueTask WriteAsync(CommitSession session, Sample sample, string population)
    {
        sample.CreatedAt = session.Now;
        sample.Number = await Numbers.NextAsync(session, $"CY-{sample.OrgNo}-{sample.Ym}");
        await session.InsertAsync(new SamplePopulation { SampleId = sample.Id, Members = population });
        await session.InsertAsync(sample);
        await session.AppendHistoryAsync($"sample/{sample.Id}", "sample.drawn", new JsonObject
        {
            ["number"] = sample.Number, ["purpose"] = sample.Purpose, ["month"] = sample.Ym, ["seed"] = sample.Seed, ["algorithm"] = sample.Algorithm, ["strata"] = sample.StratifyBy,
            ["rate"] = sample.RatePercent, ["least"] = sample.Least, ["population"] = sample.Population, ["drawn"] = sample.Drawn, ["batch"] = sample.BatchId,
            ["hash"] = Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(population))),
        });
        session.Announce("samples");
    }

    private static Sample Begin(Request request, long id, OrgUnit org, CurrentAccount me, string language)
    {
        var purpose = SamplePurpose.Find(request.Purpose)!;
        var table = request.ByTable == true;
        return new Sample
        {
            Id = id, Title = string.IsNullOrWhiteSpace(request.Title) ? $"{request.Ym} {Texts.Get(language, "sample.purpose." + purpose.Code)}" : request.Title.Trim(), Purpose = purpose.Code, Ym = request.Ym!,
            OrgNo = org.OrgNo, OrgPath = org.OrgPath, PlanId = request.PlanId, SchemeId = request.SchemeId, RuleSql = purpose.Code == SamplePurpose.OwnRule ? request.RuleSql! : purpose.Rule,
            ThemeCode = purpose.Source == PopulationSource.Anomalies ? request.ThemeCode!.Trim() : "", StratifyBy = table ? TableDraw.Strata : Words.Join(request.StratifyBy),
            RatePercent = table ? 0 : request.RatePercent ?? purpose.Percent,
            Least = table ? 0 : request.Least ?? 0, Seed = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SeedBytes)), Algorithm = table ? TableDraw.Algorithm : SampleDraw.Algorithm, CreatedBy = me.Actor,
        };
    }

    public static SampleItem ItemOf(long sample, Draw draw, IReadOnlyDictionary<string, string> paths) => new()
    {
        SampleId = sample, ObjKey = draw.Member.ObjKey, OrgNo = draw.Member.OrgNo, OrgPath = paths.GetValueOrDefault(draw.Member.OrgNo, "/"), Specialty = draw.Member.Specialty,
        Stratum = draw.Stratum, Place = draw.Place, Metric = draw.Member.Metric,
    };
}
