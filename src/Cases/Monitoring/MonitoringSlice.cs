using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Monitoring.Anomalies;
using CaseMgmt.Cases.Monitoring.Loading;
using CaseMgmt.Cases.Monitoring.Screening;
using CaseMgmt.Cases.Monitoring.Themes;
using CaseMgmt.Cases.Tasks;
using CaseMgmt.Workflows.Activities;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CaseMgmt.Cases.Monitoring;

/// <summary>Services and routes of marketing data, themes, scans and anomalies.</summary>
public static class MonitoringSlice
{
    public static void AddMonitoring(this IServiceCollection services)
    {
        services.AddSingleton(provider => new MarketingFiles(provider.GetRequiredService<StoreOptions>().DataDirectory));
        services.AddSingleton<MarketingImport>();
        services.AddSingleton(_ => ThemeLibrary.Shipped());
        services.AddSingleton(provider => new ThemeNames(code => provider.GetRequiredService<ThemeLibrary>().Find(code) is { } theme ? new Label(theme.NameZh, theme.NameEn) : null));
        services.AddSingleton<Scanner>();
        services.AddSingleton<MonitoringJobs>();
    }

    public static void MapMonitoring(this RouteGroupBuilder api)
    {
        ListThemes.Map(api);
        ReadTheme.Map(api);
        UploadImport.Map(api);
        ListImports.Map(api);
        ReadImport.Map(api);
        DownloadRejects.Map(api);
        StartScan.Map(api);
        ListScans.Map(api);
        ReadScan.Map(api);
        ListAnomalies.Map(api);
        ReadAnomaly.Map(api);
        TriageAnomalies.Map(api);
    }
}
