using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace CaseMgmt.Designer.Protocol;

/// <summary>Reads a query as Studio writes it: names in either case, lists by repeating the name, booleans as True and False.</summary>
public static class StudioQuery
{
    /// <summary>Counts above this are not counted out; filters find what lies beyond.</summary>
    public const int CountLimit = 10_000;

    public static string? Text(this HttpRequest request, string name) => request.Query[name] is [{ Length: > 0 } text, ..] ? text : null;

    public static string[] List(this HttpRequest request, string name) => [.. request.Query[name].OfType<string>().Where(text => text.Length > 0)];

    public static int Whole(this HttpRequest request, string name, int otherwise) =>
        int.TryParse(request.Text(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : otherwise;

    public static (int Skip, int Take) Page(this HttpRequest request)
    {
        var take = Math.Clamp(request.Whole("pageSize", 100), 1, 1000);
        return (Math.Min(request.Whole("page", 0), CountLimit / take) * take, take);
    }
}
