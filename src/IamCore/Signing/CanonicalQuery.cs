using System.Buffers;

namespace IamCore.Signing;

/// <summary>The canonical query (CR-085): decoded, encoded, sorted by name, then by value, without the signature.</summary>
internal static class CanonicalQuery
{
    public static void Write(ref ByteWriter writer, scoped ReadOnlySpan<char> query, bool omitToken)
    {
        if (query.IsEmpty)
        {
            return;
        }

        var encoded = new ByteWriter(stackalloc byte[1024]);
        var parameters = ArrayPool<Parameter>.Shared.Rent(query.Count('&') + 1);
        var count = Encode(ref encoded, query, parameters, omitToken);
        Sort(parameters.AsSpan(0, count), encoded.Written);
        for (var i = 0; i < count; i++)
        {
            if (i > 0)
            {
                writer.Write((byte)'&');
            }

            writer.Write(parameters[i].Name(encoded.Written));
            writer.Write((byte)'=');
            writer.Write(parameters[i].Value(encoded.Written));
        }

        ArrayPool<Parameter>.Shared.Return(parameters);
        encoded.Dispose();
    }

    private static int Encode(ref ByteWriter encoded, scoped ReadOnlySpan<char> query, Parameter[] parameters, bool omitToken)
    {
        var count = 0;
        while (!query.IsEmpty)
        {
            var piece = QueryParameters.Next(ref query, out var name, out var value);
            if (!piece)
            {
                continue;
            }

            var start = encoded.Length;
            PercentEncoding.WriteRecoded(ref encoded, name);
            var nameEnd = encoded.Length;
            var written = encoded.Written[start..];
            if (written.SequenceEqual("X-Amz-Signature"u8) || (omitToken && written.SequenceEqual("X-Amz-Security-Token"u8)))
            {
                encoded.Truncate(start);
                continue;
            }

            PercentEncoding.WriteRecoded(ref encoded, value);
            parameters[count++] = new Parameter(start, nameEnd, encoded.Length);
        }

        return count;
    }

    /// <summary>
    /// Insertion sort for the usual few parameters, heap sort in place for many, so that no hostile request takes quadratic time.
    /// </summary>
    private static void Sort(Span<Parameter> parameters, ReadOnlySpan<byte> encoded)
    {
        if (parameters.Length > 32)
        {
            HeapSort(parameters, encoded);
            return;
        }

        for (var i = 1; i < parameters.Length; i++)
        {
            var moving = parameters[i];
            var j = i;
            for (; j > 0 && Compare(moving, parameters[j - 1], encoded) < 0; j--)
            {
                parameters[j] = parameters[j - 1];
            }

            parameters[j] = moving;
        }
    }

    private static void HeapSort(Span<Parameter> parameters, ReadOnlySpan<byte> encoded)
    {
        for (var i = (parameters.Length / 2) - 1; i >= 0; i--)
        {
            Sift(parameters, i, encoded);
        }

        for (var end = parameters.Length - 1; end > 0; end--)
        {
            (parameters[0], parameters[end]) = (parameters[end], parameters[0]);
            Sift(parameters[..end], 0, encoded);
        }
    }

    private static void Sift(Span<Parameter> heap, int root, ReadOnlySpan<byte> encoded)
    {
        while (true)
        {
            var child = (root * 2) + 1;
            if (child >= heap.Length)
            {
                return;
            }

            if (child + 1 < heap.Length && Compare(heap[child], heap[child + 1], encoded) < 0)
            {
                child++;
            }

            if (Compare(heap[root], heap[child], encoded) >= 0)
            {
                return;
            }

            (heap[root], heap[child]) = (heap[child], heap[root]);
            root = child;
        }
    }

    private static int Compare(Parameter left, Parameter right, ReadOnlySpan<byte> encoded)
    {
        var byName = left.Name(encoded).SequenceCompareTo(right.Name(encoded));
        return byName != 0 ? byName : left.Value(encoded).SequenceCompareTo(right.Value(encoded));
    }

    private readonly record struct Parameter(int Start, int NameEnd, int End)
    {
        public ReadOnlySpan<byte> Name(ReadOnlySpan<byte> encoded) => encoded[Start..NameEnd];

        public ReadOnlySpan<byte> Value(ReadOnlySpan<byte> encoded) => encoded[NameEnd..End];
    }
}
