using System.Text.Json;
using IamCore.Policies.Documents;

namespace IamCore.Policies.Parsing;

/// <summary>
/// One reading of one document. Errors are noted and reading goes on (PL-009); what a document without errors costs is the tokens and the
/// strings it keeps.
/// </summary>
internal ref partial struct DocumentParser
{
    /// <summary>Objects and arrays nest at most this deep, the document itself being level 1 (PL-008).</summary>
    private const int MaxDepth = 32;

    private readonly PolicyType _type;
    private readonly ElementSet _allowed;
    private readonly string _root;
    private readonly bool _isWhole;
    private readonly bool _isAscii;
    private readonly bool _mayUseVariables;
    private readonly ReadOnlySpan<byte> _utf8;
    private Utf8JsonReader _reader;
    private FaultList? _faults;
    private bool _isStopped;
    private VariableUse _variables;

    // What is being collected. None of these nests in itself.
    private ListBuffer<Statement> _statements;
    private ListBuffer<PrincipalEntry> _principals;
    private ListBuffer<ConditionBlock> _blocks;
    private ListBuffer<ConditionEntry> _entries;
    private ListBuffer<string> _strings;
    private string? _lastResource;
    private NameSet _sids = new(ignoreCase: false);
    private NameSet _keys = new(ignoreCase: true);

    // Where the reading is, for paths: the statement, the operator as it stands in the text, the key. Paths are made once they are needed.
    private int _statementIndex;
    private string? _statementPath;
    private ReadOnlySpan<byte> _operatorName;
    private bool _operatorIsEscaped;
    private string _key = "";
    private string? _keyPath;

    /// <summary>Prepares to read.</summary>
    /// <param name="utf8">The text as far as it is valid UTF-8.</param>
    /// <param name="isWhole">Whether that is all of it; if not, reading stops at its end with an error.</param>
    /// <param name="isAscii">Whether it is ASCII alone.</param>
    /// <param name="type">How the document is read.</param>
    /// <param name="root">Path of the document.</param>
    public DocumentParser(ReadOnlySpan<byte> utf8, bool isWhole, bool isAscii, PolicyType type, string root)
    {
        _utf8 = utf8;
        _isWhole = isWhole;
        _isAscii = isAscii;

        // Without these characters there is no variable, written out or escaped, and no text needs to be searched for one.
        _mayUseVariables = utf8.ContainsAny((byte)'$', (byte)'\\');
        _type = type;
        _allowed = Elements.Allowed(type);
        _root = root;

        // Depth is checked where values are skipped, by our limit; the reader's own is out of the way.
        _reader = new Utf8JsonReader(utf8, isWhole, new JsonReaderState(new JsonReaderOptions { MaxDepth = MaxDepth * 2 }));
    }

    /// <summary>Reads the document; null where there are errors.</summary>
    public PolicyDocument? Read(PolicySource source, out FaultList? faults)
    {
        PolicyDocument? document = null;
        try
        {
            Advance();
            document = ReadDocument(source);
            if (_reader.Read() || !_isWhole)
            {
                throw NotText();
            }
        }
        catch (JsonException e)
        {
            if (!_isStopped)
            {
                var offset = OffsetOf(e);
                Stop(PolicyFaultCode.InvalidJson, offset, FaultMessage.InvalidJson(_utf8, offset));
            }
        }

        faults = _faults;
        return faults is null ? document : null;
    }

    private PolicyDocument? ReadDocument(PolicySource source)
    {
        var start = Offset;
        if (_reader.TokenType != JsonTokenType.StartObject)
        {
            FaultType("The policy", "an object", _root);
            Skip();
            return null;
        }

        string? version = null;
        string? id = null;
        var seen = default(ElementSet);
        while (AdvanceToMember())
        {
            var element = Elements.OfDocument(Name());
            if (element == Element.None)
            {
                FaultUnknownElement(inStatement: false);
                continue;
            }

            if (!_allowed.Contains(element))
            {
                FaultNotAllowed(element);
                continue;
            }

            var isFirst = seen.Add(element);
            if (!isFirst)
            {
                FaultRepeated(element);
            }

            Advance();
            switch (element)
            {
                case Element.Version:
                    version = ReadVersion(isFirst);
                    break;
                case Element.Id:
                    id = ReadString(Element.Id);
                    break;
                default:
                    ReadStatements();
                    break;
            }
        }

        if (!seen.Contains(Element.Statement))
        {
            Fault(PolicyFaultCode.MissingStatement, start, "The policy has no Statement", _root);
        }

        if (Elements.IsControl(_type) && !seen.Contains(Element.Version))
        {
            Fault(PolicyFaultCode.MissingVersion, start, $"A {_type.Spelling()} policy needs \"Version\": \"{PolicyDocument.Version2012}\"", _root);
        }

        return _faults is not null ? null : new PolicyDocument
        {
            Type = _type,
            Version = version,
            Id = id,
            Statements = _statements.TakeAll(),
            Source = source,
        };
    }

    private string? ReadVersion(bool isFirst)
    {
        var version = ReadString(Element.Version);
        var use = UseUnder(version);
        if (version is not null && use == VariableUse.Unchecked)
        {
            var expected = Elements.IsControl(_type) ? "\"2012-10-17\"" : "\"2012-10-17\" or \"2008-10-17\"";
            FaultHere(PolicyFaultCode.InvalidVersion, $"Version must be {expected}, not \"{version}\"", ElementPath(Element.Version));
        }

        if (isFirst)
        {
            _variables = use;
        }

        // The texts are constants, so that documents do not hold copies of them.
        return version == PolicyDocument.Version2012 ? PolicyDocument.Version2012 : PolicyDocument.Version2008;
    }

    private readonly VariableUse UseUnder(string? version) => version switch
    {
        PolicyDocument.Version2012 => VariableUse.Variables,
        PolicyDocument.Version2008 when !Elements.IsControl(_type) => VariableUse.None,
        _ => VariableUse.Unchecked,
    };

    private void ReadStatements()
    {
        switch (_reader.TokenType)
        {
            case JsonTokenType.StartObject:
                _statements.Add(ReadStatement(NoIndex));
                break;
            case JsonTokenType.StartArray:
                for (var index = 0; AdvanceToItem(); index++)
                {
                    if (_reader.TokenType == JsonTokenType.StartObject)
                    {
                        _statements.Add(ReadStatement(index));
                        continue;
                    }

                    FaultType("A statement", "an object", JsonPath.Item(ElementPath(Element.Statement), index));
                    Skip();
                }

                break;
            default:
                FaultType("Statement", "an object or an array of objects", ElementPath(Element.Statement));
                Skip();
                break;
        }
    }

    /// <summary>What <c>${…}</c> is. Where the Version was not read yet it is looked for ahead, at most once and only when it matters.</summary>
    private VariableUse Use()
    {
        if (_variables == VariableUse.Unknown)
        {
            _variables = LookAheadForVersion();
        }

        return _variables;
    }

    private readonly VariableUse LookAheadForVersion()
    {
        var ahead = _reader;
        try
        {
            while (ahead.Read())
            {
                if (ahead.TokenType == JsonTokenType.PropertyName && ahead.CurrentDepth == 1 && IsText(ahead, "Version"u8))
                {
                    return !ahead.Read() || ahead.TokenType != JsonTokenType.String ? VariableUse.Unchecked
                        : UseUnder(IsText(ahead, "2012-10-17"u8) ? PolicyDocument.Version2012
                            : IsText(ahead, "2008-10-17"u8) ? PolicyDocument.Version2008 : null);
                }
            }
        }
        catch (JsonException)
        {
            // Not JSON further on: the reading itself will come to it and say so.
            return VariableUse.Unchecked;
        }

        return Elements.IsControl(_type) ? VariableUse.Unchecked : VariableUse.None;
    }

    private static bool IsText(in Utf8JsonReader reader, ReadOnlySpan<byte> text) =>
        !(reader.ValueIsEscaped && HasUnpairedSurrogate(reader.ValueSpan, out _)) && reader.ValueTextEquals(text);
}
