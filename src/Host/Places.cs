namespace CaseMgmt.Host;

/// <summary>Where things lie on disk. Shipped files are found beside the program or above it (the checkout), whatever directory it is started from.</summary>
public sealed class Places(string data)
{
    public const string DefaultData = "data";

    /// <summary>All embedded databases and files of this installation.</summary>
    public string Data { get; } = Path.GetFullPath(data);

    public string Evidence => Path.Combine(Data, "evidence");

    public string Keys => Path.Combine(Data, "keys");

    /// <summary>What the product ships: lifecycles, forms, themes.</summary>
    public static string Definitions => FindUpwards("definitions", "forms") ?? Path.Combine(AppContext.BaseDirectory, "definitions");

    /// <summary>The built React app.</summary>
    public static string WebRoot => FindUpwards("wwwroot", "index.html") ?? Path.Combine(AppContext.BaseDirectory, "wwwroot");

    // The content is asked for too: a build leaves empty folders of these names.
    private static string? FindUpwards(string name, string content)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, name);
            if (Path.Exists(Path.Combine(candidate, content)))
            {
                return candidate;
            }
        }

        return null;
    }
}
