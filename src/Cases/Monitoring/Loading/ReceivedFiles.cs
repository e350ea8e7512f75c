using System.IO.Compression;
using Microsoft.AspNetCore.WebUtilities;

namespace CaseMgmt.Cases.Monitoring.Loading;

/// <summary>The upload itself is refused, before anything is loaded.</summary>
public sealed class UploadException(string code, string file, params IReadOnlyList<string> args) : Exception(code)
{
    public LoadProblem Problem { get; } = new(file, null, null, code, args);
}

/// <summary>
/// Writes uploaded files into a folder of our own. Of a name only the last part counts, so that no path leads out of the folder; a name that cannot be
/// that of a table is noted and left out; an archive is unpacked one level deep and counted on the way.
/// </summary>
public sealed class ReceivedFiles(string folder)
{
    public const long Limit = 8L << 30;
    private const int MostFiles = 100;
    private readonly List<LoadProblem> noted = [];
    private long left = Limit;
    private int count;

    public string Folder => folder;

    /// <summary>What was left out, for the report.</summary>
    public IReadOnlyList<LoadProblem> Noted => noted;

    public async Task AddAsync(MultipartReader reader, CancellationToken cancellation)
    {
        while (await reader.ReadNextSectionAsync(cancellation) is { } section)
        {
            if (section.AsFileSection() is { FileStream: { } content } file)
            {
                await AddAsync(file.FileName, content, cancellation);
            }
        }
    }

    public async Task AddAsync(string fileName, Stream content, CancellationToken cancellation)
    {
        if (!fileName.EndsWith(".zip", StringComparison.OrdinalIgnoreCase))
        {
            await KeepAsync(fileName, content, cancellation);
            return;
        }

        var path = Path.Combine(folder, "upload.zip");
        await CopyAsync(content, path, cancellation);
        try
        {
            await UnpackAsync(path, fileName, cancellation);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private async Task UnpackAsync(string path, string shown, CancellationToken cancellation)
    {
        var (allowed, written) = (BoundedStream.Allowed(new FileInfo(path).Length), 0L);
        await using var archive = await ZipFile.OpenReadAsync(path, cancellation);
        foreach (var entry in archive.Entries.Where(entry => entry.Name.Length > 0 && !IsSystemFile(entry.FullName)))
        {
            if (entry.IsEncrypted)
            {
                throw new UploadException("zip-encrypted", shown);
            }

            await using var content = new BoundedStream(await entry.OpenAsync(cancellation), allowed - written, () => throw new UploadException("archive-bomb", shown));
            await KeepAsync(entry.Name, content, cancellation);
            written += content.Position;
        }
    }

    private async Task KeepAsync(string fileName, Stream content, CancellationToken cancellation)
    {
        var name = fileName.Split('/', '\\')[^1];
        if (++count > MostFiles)
        {
            throw new UploadException("too-many-files", "", $"{MostFiles}");
        }

        if (!IsTableName(name))
        {
            noted.Add(new LoadProblem(name.Length < 100 ? name : name[..100], null, null, "unknown-file") { Warning = true });
            return;
        }

        if (Directory.EnumerateFiles(folder).Any(path => string.Equals(Path.GetFileName(path), name, StringComparison.OrdinalIgnoreCase)))
        {
            throw new UploadException("repeated-file", name, fileName);
        }

        await CopyAsync(content, Path.Combine(folder, name), cancellation);
    }

    private async Task CopyAsync(Stream from, string path, CancellationToken cancellation)
    {
        await using var to = new FileStream(path, FileMode.Create, FileAccess.Write);
        var buffer = new byte[1 << 16];
        for (int read; (read = await from.ReadAsync(buffer, cancellation)) > 0;)
        {
            left -= read;
            if (left < 0)
            {
                throw new UploadException("too-large", "", $"{Limit >> 30}");
            }

            await to.WriteAsync(buffer.AsMemory(0, read), cancellation);
        }
    }

    /// <summary>What operating systems put into archives by themselves.</summary>
    private static bool IsSystemFile(string path) => path.StartsWith("__MACOSX/", StringComparison.Ordinal) || path.Split('/', '\\')[^1].StartsWith('.');

    private static bool IsTableName(string name) => Path.GetExtension(name).ToLowerInvariant() is ".csv" or ".xlsx"
        && name.Length < 100 && name[0] != '.' && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '.' or '-');
}
