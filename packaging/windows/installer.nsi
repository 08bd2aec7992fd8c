; Keywright's installer. makensis -DVERSION=1.2.3 -DFILES=FOLDER -DOUT=FILE.exe -DSOURCE=FOLDER -DICON=FILE.ico
;   -DREMOVALS=FILE.nsh installer.nsi
;   /S          says nothing        /D=FOLDER   where to (last, without quotes)
;   /ALLUSERS   for the whole machine, as administrator; otherwise for the user alone
;   /PATH       keywright-cli on the PATH
; Exit code 3: Keywright runs, and nothing was changed.
Target amd64-unicode
Unicode true
ManifestDPIAware true
SetCompressor /SOLID lzma
RequestExecutionLevel user
!include MUI2.nsh
!include FileFunc.nsh
!include x64.nsh
!include WinMessages.nsh
!include Sections.nsh

Name "Keywright"
OutFile "${OUT}"
BrandingText "Keywright ${VERSION}"
InstallDir ""
VIProductVersion "${VERSION}.0"
VIAddVersionKey ProductName "Keywright"
VIAddVersionKey ProductVersion "${VERSION}"
VIAddVersionKey FileVersion "${VERSION}"
VIAddVersionKey FileDescription "Installs Keywright, manager for API keys"
VIAddVersionKey CompanyName "Keywright maintainers"
VIAddVersionKey LegalCopyright "The Keywright maintainers; GPL-3.0-or-later"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_ABORTWARNING
!define MUI_FINISHPAGE_RUN "$INSTDIR\keywright.exe"
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_LICENSE "${SOURCE}/LICENSE"
!insertmacro MUI_PAGE_COMPONENTS
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "German"

LangString Running ${LANG_ENGLISH} "Keywright is running. Close it, then try again."
LangString Running ${LANG_GERMAN} "Keywright läuft. Beenden Sie es und versuchen Sie es noch einmal."
LangString NeedsAdmin ${LANG_ENGLISH} "Installing for all users needs an administrator. Start the installer as administrator, or leave /ALLUSERS out."
LangString NeedsAdmin ${LANG_GERMAN} "Für alle Benutzer kann nur ein Administrator installieren. Starten Sie das Programm als Administrator, oder lassen Sie /ALLUSERS weg."
LangString LongPath ${LANG_ENGLISH} "The PATH is too long to be changed safely. Add $INSTDIR to it by hand."
LangString LongPath ${LANG_GERMAN} "Der PATH ist zu lang, um ihn gefahrlos zu ändern. Tragen Sie $INSTDIR von Hand ein."
LangString ProgramTitle ${LANG_ENGLISH} "Keywright"
LangString ProgramTitle ${LANG_GERMAN} "Keywright"
LangString PathTitle ${LANG_ENGLISH} "keywright-cli on the PATH"
LangString PathTitle ${LANG_GERMAN} "keywright-cli im PATH"
LangString FileType ${LANG_ENGLISH} "Keywright keyring"
LangString FileType ${LANG_GERMAN} "Keywright-Schlüsselbund"

!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\Keywright"
!define CLASS "Keywright.Keyring"
; Where an old PATH may not be read whole, it is not touched.
!define LONGEST_PATH 900

Var AllUsers
Var Environment ; the key that holds PATH

; Who for, where to, and which half of the registry.
!macro Scope UN
Function ${UN}Scope
    SetRegView 64
    StrCpy $AllUsers 0
    ${GetParameters} $0
    ClearErrors
    ${GetOptions} $0 "/ALLUSERS" $1
    IfErrors +2
    StrCpy $AllUsers 1
    ${If} $AllUsers == 1
        UserInfo::GetAccountType
        Pop $0
        ${If} $0 != "Admin"
            MessageBox MB_ICONSTOP|MB_OK "$(NeedsAdmin)" /SD IDOK
            SetErrorLevel 2
            Quit
        ${EndIf}
        SetShellVarContext all
        StrCpy $Environment "SYSTEM\CurrentControlSet\Control\Session Manager\Environment"
    ${Else}
        SetShellVarContext current
        StrCpy $Environment "Environment"
    ${EndIf}
FunctionEnd

; A program that runs can't be written over: better to say so before anything is changed.
Function ${UN}NotRunning
    IfFileExists "$INSTDIR\keywright.exe" 0 cli
    ClearErrors
    FileOpen $0 "$INSTDIR\keywright.exe" a
    IfErrors running
    FileClose $0
cli:
    IfFileExists "$INSTDIR\keywright-cli.exe" 0 done
    ClearErrors
    FileOpen $0 "$INSTDIR\keywright-cli.exe" a
    IfErrors running
    FileClose $0
    Goto done
running:
    MessageBox MB_ICONSTOP|MB_OK "$(Running)" /SD IDOK
    SetErrorLevel 3
    Quit
done:
FunctionEnd

; $2: PATH as it is; $3: 1 if it can be changed.
Function ${UN}ReadPath
    StrCpy $3 1
    ReadRegStr $2 SHCTX "$Environment" "Path"
    StrLen $0 $2
    ${If} $0 > ${LONGEST_PATH}
        StrCpy $3 0
    ${EndIf}
    ; Read as empty although there is something: too long for this program.
    ${If} $0 == 0
        StrCpy $4 0
        StrCpy $1 0
      next:
        EnumRegValue $5 SHCTX "$Environment" $4
        StrCmp $5 "" end
        IntOp $4 $4 + 1
        StrCmp $5 "Path" 0 next
        StrCpy $3 0
      end:
    ${EndIf}
FunctionEnd

; Takes $INSTDIR out of $2.
Function ${UN}WithoutUs
    Push $2
    StrCpy $2 ""
    Pop $0
  part:
    StrCmp $0 "" done
    StrCpy $4 0
  letter:
    StrCpy $5 $0 1 $4
    StrCmp $5 "" cut
    StrCmp $5 ";" cut
    IntOp $4 $4 + 1
    Goto letter
  cut:
    StrCpy $6 $0 $4
    IntOp $4 $4 + 1
    StrCpy $0 $0 "" $4
    StrCmp $6 "" part
    StrCmp $6 "$INSTDIR" part
    StrCmp $2 "" 0 +3
    StrCpy $2 $6
    Goto part
    StrCpy $2 "$2;$6"
    Goto part
  done:
FunctionEnd

Function ${UN}TellOthers
    System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
    SendMessage ${HWND_BROADCAST} ${WM_SETTINGCHANGE} 0 "STR:Environment" /TIMEOUT=2000
FunctionEnd
!macroend
!insertmacro Scope ""
!insertmacro Scope "un."

Section "$(ProgramTitle)" SectionProgram
    SectionIn RO
    Call NotRunning
    ; What an older version brought and this one does not.
    ReadRegStr $0 SHCTX "${UNINSTALL}" "UninstallString"
    ${If} $0 != ""
    ${AndIf} ${FileExists} "$INSTDIR\uninstall.exe"
        RMDir /r "$INSTDIR\plugins"
        Delete "$INSTDIR\*.dll"
    ${EndIf}
    SetOutPath "$INSTDIR"
    ClearErrors
    File /r "${FILES}/*"
    WriteUninstaller "$INSTDIR\uninstall.exe"
    IfErrors 0 +3
    SetErrorLevel 4
    Abort
    CreateShortCut "$SMPROGRAMS\Keywright.lnk" "$INSTDIR\keywright.exe"

    WriteRegStr SHCTX "Software\Classes\.keyring" "" "${CLASS}"
    WriteRegStr SHCTX "Software\Classes\${CLASS}" "" "$(FileType)"
    WriteRegStr SHCTX "Software\Classes\${CLASS}\DefaultIcon" "" "$INSTDIR\keywright.exe,0"
    WriteRegStr SHCTX "Software\Classes\${CLASS}\shell\open\command" "" '"$INSTDIR\keywright.exe" "%1"'

    WriteRegStr SHCTX "${UNINSTALL}" "DisplayName" "Keywright"
    WriteRegStr SHCTX "${UNINSTALL}" "DisplayVersion" "${VERSION}"
    WriteRegStr SHCTX "${UNINSTALL}" "DisplayIcon" "$INSTDIR\keywright.exe,0"
    WriteRegStr SHCTX "${UNINSTALL}" "Publisher" "Keywright maintainers"
    WriteRegStr SHCTX "${UNINSTALL}" "InstallLocation" "$INSTDIR"
    ${If} $AllUsers == 1
        StrCpy $1 " /ALLUSERS"
    ${Else}
        StrCpy $1 ""
    ${EndIf}
    WriteRegStr SHCTX "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"$1'
    WriteRegStr SHCTX "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe"$1 /S'
    WriteRegDWORD SHCTX "${UNINSTALL}" "NoModify" 1
    WriteRegDWORD SHCTX "${UNINSTALL}" "NoRepair" 1
    ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
    WriteRegDWORD SHCTX "${UNINSTALL}" "EstimatedSize" $0
    Call TellOthers
SectionEnd

Section /o "$(PathTitle)" SectionPath
    Call ReadPath
    ${If} $3 == 1
        Call WithoutUs
        ${If} $2 == ""
            StrCpy $2 "$INSTDIR"
        ${Else}
            StrCpy $2 "$2;$INSTDIR"
        ${EndIf}
        WriteRegExpandStr SHCTX "$Environment" "Path" "$2"
        Call TellOthers
    ${Else}
        MessageBox MB_ICONEXCLAMATION|MB_OK "$(LongPath)" /SD IDOK
    ${EndIf}
SectionEnd

Function .onInit
    ${IfNot} ${RunningX64}
        MessageBox MB_ICONSTOP|MB_OK "Keywright needs 64-bit Windows." /SD IDOK
        SetErrorLevel 2
        Quit
    ${EndIf}
    Call Scope
    ; Where it is already, for an upgrade; or where /D= says.
    ${If} $INSTDIR == ""
        ReadRegStr $INSTDIR SHCTX "${UNINSTALL}" "InstallLocation"
    ${EndIf}
    ${If} $INSTDIR == ""
        ${If} $AllUsers == 1
            StrCpy $INSTDIR "$PROGRAMFILES64\Keywright"
        ${Else}
            StrCpy $INSTDIR "$LOCALAPPDATA\Programs\Keywright"
        ${EndIf}
    ${EndIf}
    ${GetParameters} $0
    ClearErrors
    ${GetOptions} $0 "/PATH" $1
    IfErrors +2
    !insertmacro SelectSection ${SectionPath}
FunctionEnd

Function un.onInit
    Call un.Scope
FunctionEnd

; Files by name, so that nothing of the user's goes with them; keyrings and settings stay.
Section "Uninstall"
    Call un.NotRunning
    !include "${REMOVALS}"
    Delete "$INSTDIR\uninstall.exe"
    RMDir "$INSTDIR"
    Delete "$SMPROGRAMS\Keywright.lnk"
    DeleteRegKey SHCTX "Software\Classes\${CLASS}"
    ReadRegStr $0 SHCTX "Software\Classes\.keyring" ""
    ${If} $0 == "${CLASS}"
        DeleteRegKey SHCTX "Software\Classes\.keyring"
    ${EndIf}
    DeleteRegKey SHCTX "${UNINSTALL}"
    Call un.ReadPath
    ${If} $3 == 1
    ${AndIf} $2 != ""
        StrCpy $9 $2
        Call un.WithoutUs
        ${If} $2 != $9
            ${If} $2 == ""
                DeleteRegValue SHCTX "$Environment" "Path"
            ${Else}
                WriteRegExpandStr SHCTX "$Environment" "Path" "$2"
            ${EndIf}
        ${EndIf}
    ${EndIf}
    Call un.TellOthers
SectionEnd
