using Microsoft.AspNetCore.Routing;

namespace CaseMgmt.Cases.Evaluation;

/// <summary>Routes of what units are measured by (评价考核).</summary>
public static class EvaluationSlice
{
    public static void MapEvaluation(this RouteGroupBuilder api) => ReadQuality.Map(api);
}
