using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Lifecycle;
using CaseMgmt.Cases.Resources;
using CaseMgmt.Workflows.Definitions;
using CaseMgmt.Workflows.Runtime;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CaseMgmt.Cases.Operations;

/// <summary>POST /api/operations/instances/{id}/preview: what a repair would do if it were done now. Nothing is written, so it needs no reason and no key.</summary>
public static class PreviewRepair
{
    public sealed record Answer(string Status, IReadOnlyList<TargetNode> Leaves, IReadOnlyList<TargetNode> Opens, IReadOnlyList<string> Incidents, string? Refused);

    public static void Map(RouteGroupBuilder api) => api.MapPost("/operations/instances/{id}/preview", HandleAsync)
        .RequireAuthorization(Permissions.Policy(Permissions.EngineOperate)).WithName("operations.preview");

    private static async Task<IResult> HandleAsync(
        string id, RepairInstance.Request request, RepairPreview preview, OperatorScope scope, CurrentAccount me, HttpContext context, CancellationToken cancellation)
    {
        if (RepairInstance.StimulusOf(request) is not { } stimulus)
        {
            return Problem.Unprocessable("operation-wrong");
        }

        if (!(await scope.InstancesAsync(me, [id], cancellation)).Contains(id) || await preview.FindAsync(id, stimulus, cancellation) is not { } forecast)
        {
            return Problem.NotFound();
        }

        var language = Texts.LanguageOf(context);
        return Results.Ok(new Answer(forecast.Status, Named(forecast.Leaves, language), Named(forecast.Opens, language), forecast.Incidents, forecast.Refused));
    }

    private static List<TargetNode> Named(IEnumerable<CompiledNode> nodes, string language) => [.. nodes.Select(node => new TargetNode(node.Id, StepNames.Of(node, language)))];
}
