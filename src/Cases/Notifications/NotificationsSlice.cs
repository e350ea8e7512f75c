using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CaseMgmt.Cases.Notifications;

/// <summary>Services and routes of notifications.</summary>
public static class NotificationsSlice
{
    public static void AddNotifications(this IServiceCollection services) => services.AddSingleton<NotificationRows>();

    public static void MapNotifications(this RouteGroupBuilder api)
    {
        ListNotifications.Map(api);
        ReadNotifications.Map(api);
    }
}
