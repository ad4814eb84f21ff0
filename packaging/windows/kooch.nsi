; Installs a frozen Kooch for one person, without administrator rights.
;   makensis -DVERSION=0.1.0 -DFOLDER=dist\kooch -DOUT=dist\kooch-setup.exe packaging\windows\kooch.nsi
Unicode true
!ifndef STUB
  !define STUB "amd64-unicode"
!endif
Target ${STUB}
!include "MUI2.nsh"
!include "FileFunc.nsh"

!ifndef VERSION
  !error "Say which version: -DVERSION=..."
!endif
!ifndef FOLDER
  !define FOLDER "dist\kooch"
!endif
!ifndef OUT
  !define OUT "dist\kooch-${VERSION}-setup.exe"
!endif
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\Kooch"

Name "Kooch"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\Kooch"
RequestExecutionLevel user
SetCompressor /SOLID zlib
ShowInstDetails nevershow
VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "Kooch"
VIAddVersionKey "FileDescription" "Kooch setup"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "LegalCopyright" "Apache License 2.0"

!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_LICENSE "${LICENSE_FILE}"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!define MUI_FINISHPAGE_RUN "$INSTDIR\kooch-window.exe"
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "Farsi"

Function .onInit
  !insertmacro MUI_LANGDLL_DISPLAY
FunctionEnd

Section "Kooch"
  ; An older version goes first: files that the new one lacks must not stay.
  RMDir /r "$INSTDIR\_internal"
  SetOutPath "$INSTDIR"
  File /r "${FOLDER}\*.*"
  CreateDirectory "$SMPROGRAMS\Kooch"
  CreateShortcut "$SMPROGRAMS\Kooch\Kooch.lnk" "$INSTDIR\kooch-window.exe"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "Kooch"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "Publisher" "Kooch"
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" $0
SectionEnd

Section "Uninstall"
  RMDir /r "$INSTDIR\_internal"
  Delete "$INSTDIR\kooch.exe"
  Delete "$INSTDIR\kooch-window.exe"
  Delete "$INSTDIR\NOTICE.txt"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\Kooch\Kooch.lnk"
  RMDir "$SMPROGRAMS\Kooch"
  DeleteRegKey HKCU "${UNINSTALL}"
SectionEnd
