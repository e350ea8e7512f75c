using Microsoft.AspNetCore.Hosting;

namespace CaseMgmt.Designer.Hosting;

/// <summary>The script and the style sheet of our frame round Studio. The client build names them by their content, so they are looked up.</summary>
public sealed class StudioShell(IWebHostEnvironment environment)
{
    /// <summary>Name of the entry in the client's build settings.</summary>
    public const string Entry = "studio-shell";

    public bool Present => Script is not null;

    public string? Script => Find(".js");

    public string? Style => Find(".css");

    private string? Find(string extension) => environment.WebRootFileProvider.GetDirectoryContents("assets")
        .Where(file => file.Name.StartsWith(Entry + "-", StringComparison.Ordinal) && file.Name.EndsWith(extension, StringComparison.Ordinal))
        .OrderByDescending(file => file.LastModified)
        .Select(file => "/assets/" + file.Name).FirstOrDefault();
}
