using System.Text;
using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Evidence;
using CaseMgmt.Cases.Lifecycle;
using CaseMgmt.Cases.Resources;
using CaseMgmt.Cases.Workbench;
using CaseMgmt.Workflows.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Recovery;

/// <summary>
/// POST /api/cases/{id}/calculations: works an amount out once more and keeps its sheet as evidence of the case, so that the money in the reply can be checked
/// against the values it came from.
/// </summary>
public static class KeepCalculation
{
    public sealed record Request(string? Calculator, Dictionary<string, string?>? Values);

    /// <param name="Penalty">The part of the amount that has a field of its own in the reply.</param>
    public sealed record Kept(decimal Yuan, decimal Penalty, EvidenceLine Evidence);

    public static void Map(RouteGroupBuilder api) => api.MapPost("/cases/{id:long}/calculations", HandleAsync)
        .RequireAuthorization(Permissions.Policy(Permissions.WorkAnswer)).WithName("calculations.keep");

    private static async Task<IResult> HandleAsync(
        long id, Request request, CaseDbContext db, CurrentAccount me, EvidenceStore store, CommitDoor door, Ids ids, TimeProvider time, HttpContext context, CancellationToken cancellation)
    {
        var audited = await db.Set<AuditCase>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == id && row.OrgPath.StartsWith(me.OrgPath), cancellation);
        if (audited is null || Calculators.All.FirstOrDefault(each => each.Key == request.Calculator) is not { } calculator)
        {
            return Problem.NotFound();
        }

        var english = Texts.LanguageOf(context) == "en";
        var (values, wrong) = CalculatorValues.Read(calculator, request.Values ?? []);
        if (values is null || audited.ClosedAt is not null)
        {
            return values is null ? Calculate.Wrong(calculator, wrong, english) : Problem.Conflict("case-closed");
        }

        var (result, at) = (calculator.Work(values), BusinessDay.Local(time.GetUtcNow().UtcDateTime));
        var text = CalculationSheet.Text(calculator, values, result, audited.Number, me.DisplayName, at, english);
        using var arrived = (await store.ReceiveAsync(new MemoryStream([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)]), cancellation))!;
        store.Keep(arrived);
        var file = new EvidenceFile
        {
            Id = ids.Next(), CaseId = id, ActivityId = await AddEvidence.WaitingNodeAsync(db, id, cancellation), ContentType = "text/plain", Size = arrived.Size, Sha256 = arrived.Sha256, UploadedBy = me.Id,
            FileName = $"{Texts.Get(english ? "en" : "zh", "calculation.sheet")}-{(english ? calculator.Title.En : calculator.Title.Zh)}-{at:yyyyMMdd-HHmmss}.txt",
        };
        await door.RunAsync(me.Actor, session => AddEvidence.WriteAsync(session, file), cancellation);
        return Results.Created($"/api/evidence/{file.Id}", new Kept(result.Yuan, result.Penalty, EvidenceLine.Of(file, me.DisplayName)));
    }
}
