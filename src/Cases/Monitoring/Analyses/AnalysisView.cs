using System.Text.Json;
using System.Text.Json.Nodes;
using CaseMgmt.Cases.Monitoring.Rules;
using CaseMgmt.Cases.Resources;

namespace CaseMgmt.Cases.Monitoring.Analyses;

/// <summary>A calculation as pages see it; the problem is in the reader's language.</summary>
public sealed record AnalysisView(long Id, string Kind, string Subject, string State, double Progress, string? Step, DateTime StartedAt, DateTime? EndedAt, JsonNode? Result, AnalysisView.Failure? Problem)
{
    /// <param name="Code">Code of a refused rule, or "analysis-failed".</param>
    /// <param name="Position">Where in the rule, counted in characters from 0.</param>
    public sealed record Failure(string Code, string Text, int? Position);

    public static AnalysisView Of(AnalysisRun run, string language) => new(run.Id, run.Kind, run.Subject, run.State,
        run.State == AnalysisRun.Done ? 1 : run.TotalSteps == 0 ? 0 : Math.Min(1, (double)run.DoneSteps / run.TotalSteps), run.Step, run.StartedAt, run.EndedAt,
        run.ResultJson is null ? null : JsonNode.Parse(run.ResultJson), run.State == AnalysisRun.Failed ? Told(run, language) : null);

    private static Failure Told(AnalysisRun run, string language) =>
        run.ProblemJson is { } json && JsonSerializer.Deserialize<RuleRefusal>(json, JsonSerializerOptions.Web) is { } refusal
            ? new Failure(refusal.Code, refusal.In(language), refusal.Position)
            : new Failure("analysis-failed", Texts.Get(language, "analysis.failed"), null);
}
