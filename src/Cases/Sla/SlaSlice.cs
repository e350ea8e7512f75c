using CaseMgmt.Workflows.Runtime;
using Microsoft.Extensions.DependencyInjection;

namespace CaseMgmt.Cases.Sla;

/// <summary>Services of deadlines. The host calls <see cref="DeadlineSweep.RunAsync"/> every few seconds.</summary>
public static class SlaSlice
{
    /// <param name="definitions">The folder of shipped definitions; calendars lie in "calendar" below it.</param>
    public static void AddSla(this IServiceCollection services, string definitions)
    {
        services.AddSingleton(_ => WorkingCalendar.Load(Path.Combine(definitions, "calendar")));
        services.AddSingleton<FireDeadline>();
        services.AddSingleton<SuspensionHook, StopClocks>();
        services.AddSingleton<TransitionHook, StopOpenedClocks>();
        services.AddSingleton<DeadlineSweep>();
    }
}
