using System.Globalization;

namespace CaseMgmt.Cases.Notifications;

/// <summary>
/// Topics of live hints. A plain topic goes to every connected client; "topic@account/5" to one account;
/// "topic@org/37/3703/" to the accounts that see this organisation.
/// </summary>
public static class Topics
{
    public const string Notifications = "notifications";
    public const string Inbox = "inbox";
    public const string Anomalies = "anomalies";

    /// <summary>Not for clients: the open sessions of an account have ended, its connections are to be closed.</summary>
    public const string SessionsEnded = "sessions-ended";

    public static string To(long accountId, string topic) => $"{topic}@account/{accountId.ToString(CultureInfo.InvariantCulture)}";

    public static string ToOrg(string orgPath, string topic) => $"{topic}@org{orgPath}";

    /// <summary>Splits a topic into what the client hears and who hears it; null means everybody.</summary>
    public static (string Topic, string? Audience) Split(string announced)
    {
        var at = announced.IndexOf('@', StringComparison.Ordinal);
        return at < 0 ? (announced, null) : (announced[..at], announced[(at + 1)..]);
    }
}
