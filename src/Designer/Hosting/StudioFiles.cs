using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.Primitives;

namespace CaseMgmt.Designer.Hosting;

/// <summary>
/// The files of Elsa Studio: beside the program after a publish, in the package folder while developing. They belong to one pinned version and
/// never change under their name, so that version is the entity tag.
/// </summary>
public sealed class StudioFiles
{
    private static readonly FileExtensionContentTypeProvider Types = new()
    {
        Mappings = { [".wasm"] = "application/wasm", [".dat"] = "application/octet-stream", [".webmanifest"] = "application/manifest+json", [".map"] = "application/json" },
    };

    private readonly string? root;

    public StudioFiles()
        : this([Path.Combine(AppContext.BaseDirectory, "studio"), PackageFolder()])
    {
    }

    public StudioFiles(IEnumerable<string> candidates)
    {
        root = candidates.Where(folder => File.Exists(Path.Combine(folder, "package.json")))
            .Select(folder => Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder))).FirstOrDefault();
        Release = root is null ? "" : ReleaseOf(Path.Combine(root, "package.json"));
    }

    /// <summary>False when the build was told to leave Studio out.</summary>
    public bool Present => root is not null;

    /// <summary>Version of the package; empty without one.</summary>
    public string Release { get; }

    /// <summary>The file for a path below /studio/ in the best encoding that the client takes, or null.</summary>
    public StudioFile? Find(string path, StringValues acceptEncoding)
    {
        if (root is null || FullPath(path) is not { } full || !File.Exists(full))
        {
            return null;
        }

        var type = Types.TryGetContentType(path, out var known) ? known : "application/octet-stream";
        var encoding = StudioEncoding.Best(acceptEncoding, candidate => File.Exists(full + candidate.Suffix));
        return new StudioFile(full + encoding?.Suffix, type, encoding?.Name, IsFingerprinted(path), $"\"{Release}{encoding?.Suffix}\"");
    }

    /// <summary>Only the framework's names carry a hash ("name.ten characters.ext"); elsewhere "jquery.validation.js" would pass for one.</summary>
    public static bool IsFingerprinted(string path) =>
        path.StartsWith("_framework/", StringComparison.Ordinal) && path.Split('.') is { Length: >= 3 } parts
        && parts[^2] is { Length: 10 } hash && hash.All(letter => char.IsAsciiDigit(letter) || char.IsAsciiLetterLower(letter));

    private string? FullPath(string path)
    {
        var full = Path.GetFullPath(Path.Combine(root!, path));
        return full.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal) ? full : null;
    }

    private static string PackageFolder() =>
        typeof(StudioFiles).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().FirstOrDefault(entry => entry.Key == "StudioPackage")?.Value ?? "";

    private static string ReleaseOf(string packageJson)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(packageJson));
        return document.RootElement.GetProperty("version").GetString()!;
    }
}

/// <summary>One file as it will be sent.</summary>
/// <param name="Encoding">Content-Encoding, or null for the plain file.</param>
public sealed record StudioFile(string Path, string ContentType, string? Encoding, bool Immutable, string ETag);
