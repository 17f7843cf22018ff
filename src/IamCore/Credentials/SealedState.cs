using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using IamCore.Credentials.Secrets;

namespace IamCore.Credentials;

/// <summary>Seals and opens session tokens and handles: their content as JSON, sealed for one purpose (ST-002).</summary>
internal static class SealedState
{
    public static string Seal(ISecretProtector protector, SessionState state) =>
        Seal(protector, SecretPurpose.Session, state, SessionJsonContext.Default.SessionState);

    public static string Seal(ISecretProtector protector, SecretPurpose purpose, HandleState state) =>
        Seal(protector, purpose, state, SessionJsonContext.Default.HandleState);

    public static string Seal(ISecretProtector protector, PortalState state) =>
        Seal(protector, SecretPurpose.Portal, state, SessionJsonContext.Default.PortalState);

    public static bool TryOpenPortal(ISecretProtector protector, string token, [NotNullWhen(true)] out PortalState? state) =>
        TryOpen(protector, SecretPurpose.Portal, token, SessionJsonContext.Default.PortalState, out state);

    public static bool TryOpen(ISecretProtector protector, string token, [NotNullWhen(true)] out SessionState? state) =>
        TryOpen(protector, SecretPurpose.Session, token, SessionJsonContext.Default.SessionState, out state);

    public static bool TryOpen(ISecretProtector protector, SecretPurpose purpose, string token, [NotNullWhen(true)] out HandleState? state) =>
        TryOpen(protector, purpose, token, SessionJsonContext.Default.HandleState, out state);

    private static string Seal<T>(ISecretProtector protector, SecretPurpose purpose, T state, JsonTypeInfo<T> type)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(state, type);
        var token = SealedText.Seal(protector, purpose, json);
        CryptographicOperations.ZeroMemory(json);
        return token;
    }

    private static bool TryOpen<T>(
        ISecretProtector protector, SecretPurpose purpose, string token, JsonTypeInfo<T> type, [NotNullWhen(true)] out T? state)
        where T : class
    {
        state = null;
        if (!SealedText.TryOpen(protector, purpose, token, out var json))
        {
            return false;
        }

        try
        {
            state = JsonSerializer.Deserialize(json, type);
        }
        catch (JsonException)
        {
            return false; // sealed by another version of the library: unknown content is rejected
        }
        finally
        {
            CryptographicOperations.ZeroMemory(json);
        }

        return state is not null;
    }
}
