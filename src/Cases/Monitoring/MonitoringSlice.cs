using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Monitoring.Analyses;
using CaseMgmt.Cases.Monitoring.Anomalies;
using CaseMgmt.Cases.Monitoring.Clues;
using CaseMgmt.Cases.Monitoring.Indicators;
using CaseMgmt.Cases.Monitoring.Loading;
using CaseMgmt.Cases.Monitoring.Precision;
using CaseMgmt.Cases.Monitoring.Schedules;
using CaseMgmt.Cases.Monitoring.Screening;
using CaseMgmt.Cases.Monitoring.Sources;
using CaseMgmt.Cases.Monitoring.Tags;
using CaseMgmt.Cases.Monitoring.ThemeLife;
using CaseMgmt.Cases.Monitoring.Themes;
using CaseMgmt.Cases.Monitoring.ThemeTree;
using CaseMgmt.Cases.Plans.Samples;
using CaseMgmt.Cases.Resources;
using CaseMgmt.Cases.Survey.Findings;
using CaseMgmt.Cases.Tasks;
using CaseMgmt.Cases.Whitelist;
using CaseMgmt.Workflows.Storage;
using CaseMgmt.Workflows.Activities;
using CaseMgmt.Workflows.Runtime;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CaseMgmt.Cases.Monitoring;

/// <summary>Services and routes of marketing data, themes, scans and anomalies.</summary>
public static class MonitoringSlice
{
    public static void AddMonitoring(this IServiceCollection services)
    {
        services.AddSingleton(provider => new MarketingFiles(provider.GetRequiredService<StoreOptions>().DataDirectory));
        services.AddSingleton<MarketingImport>();
        services.TryAddSingleton(Warehouses.None);
        services.AddSingleton<DataSources>();
        services.AddSingleton(_ => ThemeLibrary.Shipped());
        services.AddSingleton(provider => new ThemeNames(code => code == Clue.ThemeCode ? new Label(Texts.Get("zh", "clue.theme"), Texts.Get("en", "clue.theme"))
            : SamplePurpose.OfTheme(code) is { } purpose ? new Label(Texts.Get("zh", "sample.purpose." + purpose.Code), Texts.Get("en", "sample.purpose." + purpose.Code))
            : code == SendToAudit.ThemeCode ? new Label(Texts.Get("zh", "survey.theme"), Texts.Get("en", "survey.theme"))
            : provider.GetRequiredService<ThemeLibrary>().Find(code) is { } theme ? new Label(theme.NameZh, theme.NameEn) : null));
        services.AddSingleton<ThemeShelf>();
        services.AddSingleton<ThemeTrial>();
        services.AddSingleton<TagMarks>();
        services.AddScoped<TriageAnomalies>();
        services.AddSingleton<ChunkedWork, JudgeAnomalies>();
        services.AddWhitelist();
        services.AddSingleton<ScanRows>();
        services.AddSingleton<DueMonths>();
        services.AddSingleton<ScheduleSweep>();
        services.AddSingleton<Scanner>();
        services.AddSingleton<MonitoringJobs>();
        services.AddSingleton<AnalysisRuns>();
        services.AddPrecision();
        services.AddIndicators();
    }

    /// <summary>At start, after the schema: what the product ships that this database has not met, and the library as the database has it.</summary>
    public static async Task PrepareMonitoringAsync(this IServiceProvider services, CancellationToken cancellation = default)
    {
        await services.GetRequiredService<ThemeShelf>().ImportShippedAsync(cancellation);
        await services.GetRequiredService<TagMarks>().ImportShippedAsync(cancellation);
        await ShippedTree.ImportAsync(services.GetRequiredService<IDbContextFactory<CaseDbContext>>(), services.GetRequiredService<CommitDoor>(), cancellation);
    }

    public static void MapMonitoring(this RouteGroupBuilder api)
    {
        ListThemes.Map(api);
        ReadTheme.Map(api);
        UploadImport.Map(api);
        ListImports.Map(api);
        ReadImport.Map(api);
        DownloadRejects.Map(api);
        CancelImport.Map(api);
        ListSources.Map(api);
        CheckSource.Map(api);
        StartScan.Map(api);
        ListScans.Map(api);
        ReadScan.Map(api);
        ListAnomalies.Map(api);
        ReadAnomaly.Map(api);
        TriageAnomalies.Map(api);
        ReadTriage.Map(api);
        ListThemeVersions.Map(api);
        WriteThemeVersion.Map(api);
        TestThemeVersion.Map(api);
        DecideThemeVersion.Map(api);
        ListUnitValues.Map(api);
        ReadThemeHistory.Map(api);
        EditThemeTree.Map(api);
        EditSchedule.Map(api);
        CancelScan.Map(api);
        EditTags.Map(api);
        RegisterClue.Map(api);
        DecideClue.Map(api);
        ListClues.Map(api);
        api.MapWhitelist();
        api.MapPrecision();
        ReadAnalysis.Map(api);
        CancelAnalysis.Map(api);
        api.MapIndicators();
    }
}
