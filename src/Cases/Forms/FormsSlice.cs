using CaseMgmt.Cases.Inbox;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CaseMgmt.Cases.Forms;

/// <summary>Services and routes of forms.</summary>
public static class FormsSlice
{
    public static void AddForms(this IServiceCollection services)
    {
        services.AddSingleton<FormRows>();
        services.AddSingleton<ImportForms>();
        services.AddSingleton(provider => new FormLibrary(provider.GetRequiredService<FormRows>().Find));
    }

    public static void MapForms(this RouteGroupBuilder api)
    {
        ReadForms.Map(api);
        SaveForm.Map(api);
        PublishForm.Map(api);
    }
}
