using CaseMgmt.Workflows.Activities;

namespace CaseMgmt.Cases.Tasks;

/// <summary>Names of themes for titles and lists; the code itself where a theme is not known.</summary>
public sealed class ThemeNames(Func<string, Label?> find)
{
    public string NameZh(string code) => find(code)?.Zh ?? code;

    public string Name(string code, string language) => find(code) is { } label ? language == "en" ? label.En : label.Zh : code;

    /// <summary>The title of a case for a reader of <paramref name="language"/>.</summary>
    public string Title(string title, string code, string language) =>
        language == "en" && find(code) is { } label ? CaseTitle.InEnglish(title, label.Zh, label.En) : title;
}
