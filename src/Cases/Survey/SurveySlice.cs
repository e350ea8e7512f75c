using CaseMgmt.Cases.Survey.Campaigns;
using CaseMgmt.Cases.Survey.Checklists;
using CaseMgmt.Cases.Survey.Findings;
using CaseMgmt.Cases.Survey.Quality;
using CaseMgmt.Workflows.Storage;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CaseMgmt.Cases.Survey;

/// <summary>Services and routes of the survey (普查): rules of data quality, checklists, campaigns and what they find.</summary>
public static class SurveySlice
{
    public static void AddSurvey(this IServiceCollection services)
    {
        services.AddSingleton(_ => QualityLibrary.Shipped());
        services.AddSingleton<FindingWriter>();
        services.AddSingleton<SurveyRunner>();
        services.AddSingleton<SurveyReports>();
    }

    /// <summary>At start, after the schema: the topics that the product ships.</summary>
    public static Task PrepareSurveyAsync(this IServiceProvider services, CancellationToken cancellation = default) =>
        EditChecklists.ImportShippedAsync(services.GetRequiredService<CommitDoor>(), cancellation);

    public static void MapSurvey(this RouteGroupBuilder api)
    {
        ListQuality.Map(api);
        EditChecklists.Map(api);
        CreateCampaign.Map(api);
        ListCampaigns.Map(api);
        ReadCampaign.Map(api);
        RunCampaign.Map(api);
        ListFindings.Map(api);
        CheckFinding.Map(api);
        SendToAudit.Map(api);
    }
}
