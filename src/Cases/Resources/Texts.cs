using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using CaseMgmt.Cases.Access;

namespace CaseMgmt.Cases.Resources;

/// <summary>
/// The texts that the server writes for people, in both languages. Files "*.zh.json" and "*.en.json" (or "zh.json") of this folder are merged;
/// a key in two files is an error at start, a key in one language only fails a test.
/// </summary>
public static class Texts
{
    public static IReadOnlyList<string> Languages { get; } = ["zh", "en"];

    private static readonly Dictionary<string, Dictionary<string, string>> ByLanguage = Languages.ToDictionary(language => language, Load);

    public static IReadOnlyCollection<string> Keys(string language) => ByLanguage[language].Keys;

    /// <summary>The text, its {0} holes filled; the key itself where no text exists, so that nothing is ever shown empty.</summary>
    public static string Get(string language, string key, params object?[] args) =>
        Table(language).TryGetValue(key, out var text)
            ? args.Length == 0 ? text : string.Format(CultureInfo.InvariantCulture, text, args)
            : key;

    public static bool Has(string language, string key) => Table(language).ContainsKey(key);

    /// <summary>
    /// The language the client asked for by name, as ours does with every call; else that of the signed-in account (downloads, links);
    /// for strangers what their browser prefers, Chinese where it prefers neither.
    /// </summary>
    public static string LanguageOf(HttpContext context)
    {
        if (context.Request.Headers.AcceptLanguage is [{ } asked] && Languages.Contains(asked))
        {
            return asked;
        }

        if (context.User.FindFirst(AccountClaims.Language)?.Value is { } own)
        {
            return own;
        }

        return context.Request.GetTypedHeaders().AcceptLanguage
            .OrderByDescending(value => value.Quality ?? 1)
            .Select(value => value.Value.ToString().Split('-')[0].ToLowerInvariant())
            .FirstOrDefault(Languages.Contains) ?? "zh";
    }

    private static Dictionary<string, string> Table(string language) => ByLanguage.GetValueOrDefault(language) ?? ByLanguage["zh"];

    private static Dictionary<string, string> Load(string language)
    {
        var assembly = Assembly.GetExecutingAssembly();
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.EndsWith($".{language}.json", StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            foreach (var (key, text) in JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!)
            {
                texts.Add(key, text);
            }
        }

        return texts;
    }
}
