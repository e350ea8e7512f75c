using System.Security.Cryptography;

namespace CaseMgmt.Cases.Evidence;

/// <summary>
/// The bytes of evidence, on disk under their hash: the same file twice is stored once, and a changed file no longer has its name.
/// A file arrives in "incoming" while it is counted, hashed and looked at; only an accepted one is moved to its place.
/// </summary>
public sealed class EvidenceStore(string folder)
{
    public const long Limit = 20 * 1024 * 1024;

    /// <summary>A file that arrived whole and is not yet evidence. Disposing it removes it unless it was kept.</summary>
    public sealed class Arrived(string path, long size, string sha256) : IDisposable
    {
        public long Size => size;

        public string Sha256 => sha256;

        public FileStream Open() => File.OpenRead(path);

        internal string Path => path;

        public void Dispose() => File.Delete(path);
    }

    /// <summary>Reads the stream to the end, or gives up with null one byte over the limit.</summary>
    public async Task<Arrived?> ReceiveAsync(Stream source, CancellationToken cancellation)
    {
        var incoming = Directory.CreateDirectory(System.IO.Path.Combine(folder, "incoming"));
        var path = System.IO.Path.Combine(incoming.FullName, Guid.NewGuid().ToString("n"));
        try
        {
            return await CopyAsync(source, path, cancellation);
        }
        catch
        {
            File.Delete(path);
            throw;
        }
    }

    /// <summary>Gives the file its place. Done before the commit that names it: a file without a row costs space, a row without a file loses evidence.</summary>
    public void Keep(Arrived file)
    {
        var place = PathOf(file.Sha256);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(place)!);
        if (!File.Exists(place))
        {
            File.Move(file.Path, place);
        }
    }

    public FileStream OpenRead(string sha256) => File.OpenRead(PathOf(sha256));

    private string PathOf(string sha256) => System.IO.Path.Combine(folder, sha256[..2], sha256);

    // There is no asynchronous fsync.
    private static void FlushToDisk(FileStream file) => file.Flush(flushToDisk: true);

    private static async Task<Arrived?> CopyAsync(Stream source, string path, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var target = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        var buffer = new byte[64 * 1024];
        long size = 0;
        int read;
        while ((read = await source.ReadAsync(buffer, cancellation)) > 0)
        {
            size += read;
            if (size > Limit)
            {
                target.Close();
                File.Delete(path);
                return null;
            }

            hash.AppendData(buffer, 0, read);
            await target.WriteAsync(buffer.AsMemory(0, read), cancellation);
        }

        await target.FlushAsync(cancellation);
        FlushToDisk(target);
        return new Arrived(path, size, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }
}
