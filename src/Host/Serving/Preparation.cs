using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Forms;
using CaseMgmt.Cases.Monitoring;
using CaseMgmt.Cases.Monitoring.Analyses;
using CaseMgmt.Cases.Monitoring.Loading;
using CaseMgmt.Cases.Monitoring.Schedules;
using CaseMgmt.Cases.Monitoring.Screening;
using CaseMgmt.Cases.Monitoring.Sources;
using CaseMgmt.Cases.Survey;
using CaseMgmt.Workflows.Runtime;

namespace CaseMgmt.Host.Serving;

/// <summary>What happens between the start of the process and the first request: schema, definitions, recovery, demo accounts.</summary>
public static class Preparation
{
    public static async Task RunAsync(IServiceProvider services, CancellationToken cancellation)
    {
        await services.MigrateAsync(cancellation);
        await services.GetRequiredService<ImportForms>().FromFolderAsync(Path.Combine(Places.Definitions, "forms"), cancellation);
        await ShippedDefinitions.ImportAsync(services.GetRequiredService<DefinitionStore>(), Places.Definitions, cancellation);
        await using var scope = services.CreateAsyncScope();
        await DemoPeople.EnsureAsync(scope.ServiceProvider, cancellation);
        _ = services.GetRequiredService<WorkflowRuntime>();
        await services.GetRequiredService<Pump>().RecoverAsync(cancellation);
        await services.PrepareMonitoringAsync(cancellation);
        await services.PrepareSurveyAsync(cancellation);
        await services.GetRequiredService<ScheduleSweep>().EnsureAsync(cancellation);
        await services.GetRequiredService<MarketingImport>().RecoverAsync(cancellation);
        await services.GetRequiredService<Scanner>().RecoverAsync(cancellation);
        await services.GetRequiredService<AnalysisRuns>().RescueAsync(atStart: true, cancellation);
        services.GetRequiredService<DataSources>().CheckLater(services.GetRequiredService<MonitoringJobs>());
        if (services.GetRequiredService<DemoAccounts>().Shown.Count > 0 && services.GetRequiredService<IConfiguration>()["sample"] != "people")
        {
            await SampleCounty.EnsureAsync(services, cancellation);
        }
    }
}
