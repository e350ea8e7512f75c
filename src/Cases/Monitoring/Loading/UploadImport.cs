using System.IO.Compression;
using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Resources;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace CaseMgmt.Cases.Monitoring.Loading;

/// <summary>POST /api/imports: CSV files, or one zip of them, stored as they come and loaded after the answer.</summary>
public static class UploadImport
{
    private const long Limit = 8L << 30;
    private const int MaxFiles = 100;

    public sealed record Accepted(long Id);

    public static void Map(RouteGroupBuilder api) => api.MapPost("/imports", HandleAsync)
        .RequireAuthorization(Permissions.Policy(Permissions.DataImport)).WithName("imports.upload");

    private static async Task<IResult> HandleAsync(HttpContext context, MarketingImport import, MarketingFiles files, MonitoringJobs jobs, CurrentAccount me, CancellationToken cancellation)
    {
        if (!MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var type) || type.Boundary.Length == 0)
        {
            return Problem.Unprocessable("import-empty");
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = Limit;
        }

        var batch = await import.OpenAsync(me.Actor, cancellation);
        var folder = files.NewUpload(batch.Id);
        try
        {
            await ReceiveAsync(new MultipartReader(HeaderUtilities.RemoveQuotes(type.Boundary).ToString(), context.Request.Body), folder, cancellation);
        }
        catch (Exception broken) when (broken is UploadException or InvalidDataException or IOException)
        {
            Directory.Delete(folder, true);
            var problem = (broken as UploadException)?.Problem ?? new LoadProblem("", null, null, "upload-broken", broken.Message);
            await import.AbandonAsync(batch, problem);
            return Problem.Unprocessable("import-broken", problem.Text(Texts.LanguageOf(context)));
        }

        jobs.Enqueue($"import {batch.Id}", async stop =>
        {
            try
            {
                await import.LoadAsync(batch, folder, stop);
            }
            finally
            {
                Directory.Delete(folder, true);
            }
        });
        return Results.Accepted($"/api/imports/{batch.Id}", new Accepted(batch.Id));
    }

    private static async Task ReceiveAsync(MultipartReader reader, string folder, CancellationToken cancellation)
    {
        var left = Limit;
        while (await reader.ReadNextSectionAsync(cancellation) is { } section)
        {
            if (section.AsFileSection() is { FileStream: { } content } file)
            {
                var path = Path.Combine(folder, SafeName(file.FileName));
                left -= await CopyAsync(content, path, left, cancellation);
                if (path.EndsWith(".zip", StringComparison.OrdinalIgnoreCase))
                {
                    left -= await UnpackAsync(path, folder, left, cancellation);
                    File.Delete(path);
                }
            }
        }
    }

    /// <summary>Entries are counted as they are written: what the archive says about its sizes is not believed.</summary>
    private static async Task<long> UnpackAsync(string path, string folder, long left, CancellationToken cancellation)
    {
        await using var archive = await ZipFile.OpenReadAsync(path, cancellation);
        var entries = archive.Entries.Where(entry => entry.Name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase)).ToList();
        if (entries.Count > MaxFiles)
        {
            throw new UploadException("too-many-files", $"{MaxFiles}");
        }

        var written = 0L;
        foreach (var entry in entries)
        {
            await using var content = await entry.OpenAsync(cancellation);
            written += await CopyAsync(content, Path.Combine(folder, SafeName(entry.Name)), left - written, cancellation);
        }

        return written;
    }

    private static async Task<long> CopyAsync(Stream from, string path, long left, CancellationToken cancellation)
    {
        await using var to = new FileStream(path, FileMode.Create, FileAccess.Write);
        var (buffer, total) = (new byte[1 << 16], 0L);
        for (int read; (read = await from.ReadAsync(buffer, cancellation)) > 0; total += read)
        {
            if (total + read > left)
            {
                throw new UploadException("too-large", $"{Limit >> 30}");
            }

            await to.WriteAsync(buffer.AsMemory(0, read), cancellation);
        }

        return total;
    }

    private static string SafeName(string name)
    {
        var last = name.Split('/', '\\')[^1];
        return last.Length is > 0 and < 100 && last.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '.' or '-') && last[0] != '.'
            ? last
            : throw new UploadException("file-name", last.Length < 100 ? last : last[..100]);
    }

    /// <summary>The upload itself is refused, before anything is loaded.</summary>
    public sealed class UploadException(string code, string arg) : Exception(code)
    {
        public LoadProblem Problem { get; } = new("", null, null, code, arg);
    }
}
